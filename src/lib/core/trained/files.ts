// The files of trained networks, relative to the site: made by training/export.py, checked by `npm run weights:check`.

export interface DataFile {
  readonly path: string;
  /** Size as it is sent. */
  readonly bytes: number;
  /** SHA-256 of the content, unpacked. */
  readonly sha256: string;
}

export const WEIGHTS: DataFile = {
  path: 'weights/pplcnet-fashion-mnist-35ce312f.safetensors',
  bytes: 3918668,
  sha256: '35ce312f7036a44bdd27c74b4dade178aeb68e6c02ba83766c27293fe5ac2bbb',
};

export const IMAGES: DataFile = {
  path: 'data/fashion-mnist/t10k-images-idx3-ubyte.gz',
  bytes: 4422079,
  sha256: '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
};

export const LABELS: DataFile = {
  path: 'data/fashion-mnist/t10k-labels-idx1-ubyte.gz',
  bytes: 5125,
  sha256: '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
};

export const CALIBRATION: DataFile = {
  path: 'data/fashion-mnist/calibration-images-idx3-ubyte.gz',
  bytes: 222875,
  sha256: 'deb9198f706b0f2ae2e54000eed634453fb922aab9d99acae2d649ff92165d3e',
};
