// TensorFlow's GraphDef as JSON, as far as graph models of TensorFlow.js need it: node_def.proto and attr_value.proto by protobuf's JSON mapping.

type DataType = 'DT_FLOAT' | 'DT_INT32';

interface ShapeProto {
  readonly dim: readonly { readonly size: string }[];
}

/** Bytes are base64, whole numbers strings. */
export interface AttrValue {
  readonly type?: DataType;
  readonly shape?: ShapeProto;
  readonly i?: string;
  readonly f?: number;
  readonly b?: boolean;
  readonly s?: string;
  readonly list?: { readonly i?: readonly string[]; readonly s?: readonly string[] };
}

export type Attributes = Readonly<Record<string, AttrValue>>;

export interface NodeDef {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr: Attributes;
}

export interface GraphDef {
  readonly node: readonly NodeDef[];
  readonly library: object;
  readonly versions: { readonly producer: number };
}

/** The few words that attributes hold here, in base64. */
const BASE64 = {
  NHWC: 'TkhXQw==',
  SAME: 'U0FNRQ==',
  VALID: 'VkFMSUQ=',
  EXPLICIT: 'RVhQTElDSVQ=',
  BiasAdd: 'Qmlhc0FkZA==',
  Relu: 'UmVsdQ==',
  Relu6: 'UmVsdTY=',
  Elu: 'RWx1',
} as const;
export type Word = keyof typeof BASE64;

export const FLOAT = { type: 'DT_FLOAT' } as const satisfies AttrValue;
export const INT32 = { type: 'DT_INT32' } as const satisfies AttrValue;

export const word = (value: Word): AttrValue => ({ s: BASE64[value] });
export const words = (values: readonly Word[]): AttrValue => ({
  list: { s: values.map((value) => BASE64[value]) },
});
export const integers = (values: readonly number[]): AttrValue => ({ list: { i: values.map(String) } });

/** −1 stands for any size. */
export const shapeProto = (sizes: readonly number[]): ShapeProto => ({
  dim: sizes.map((size) => ({ size: String(size) })),
});
