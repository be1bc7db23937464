// The part of d3 that moves figures, in a file of its own so that it is loaded apart from the first page.
export { select, zoom, zoomIdentity } from 'd3';
