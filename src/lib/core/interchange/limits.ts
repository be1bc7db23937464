// How large a weight file may be: the largest published one has 36 MB; what is read is held in memory twice.

export const MAX_WEIGHT_BYTES = 500e6;
