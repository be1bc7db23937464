// Where weight files from addresses are kept for use without a connection: the name of a cache, whose keys are the addresses.

export const KEPT_FILES = 'lcnet-weights';
