// What a graphics interface says of its hardware: whether a processor does the work in software.

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|lavapipe/i;

export const isSoftware = (renderer: string): boolean => SOFTWARE.test(renderer);
