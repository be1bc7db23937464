// What a lesson is: steps as data. Each step sets the real network, names what to look at, and asks a question that doing answers.
import type { NetConfig } from '../core/config/netConfig.ts';
import type { ProtocolId } from '../core/facts/published.ts';
import type { Goal } from '../core/goal.ts';
import type { RaceMetric } from '../core/trained/race.ts';
import type { Listing } from './listings.ts';

/** A sentence or two of the message catalogues, in the language of the page. */
export type Text = () => string;

/** Settings that differ from those of the default network of the task. */
export type Change = Partial<NetConfig>;

/** One of several networks that are measured side by side. */
export interface Contestant {
  readonly id: string;
  readonly name: Text;
  readonly change: Change;
}

/** Columns of a race's table: counts, what is measured here, and what others have published. */
export type RaceColumn =
  | 'params'
  | 'macs'
  /** Latency on this device; one column for each device that has been measured. */
  | 'ms'
  /** Top-1 on Fashion-MNIST, measured here. */
  | 'top1'
  /** Published top-1 on ImageNet. */
  | 'imagenet'
  /** Published latency under a protocol. */
  | ProtocolId;

/** What stands beside the text. */
export type Look =
  /** The whole diagram, as on the Explore page. */
  | { readonly kind: 'figure' }
  /** The selected block: its layers, arithmetic, feature maps and gates. */
  | { readonly kind: 'block' }
  /** The gates of the selected block's SE on test images, then its layers. */
  | { readonly kind: 'gates' }
  /** A standard convolution beside depthwise + pointwise: cost, and the window on a real feature map. */
  | { readonly kind: 'convolution'; readonly first: 'window' | 'cost' }
  | { readonly kind: 'activations' }
  /** Receptive field of each block on the learner's picture. */
  | { readonly kind: 'fields' }
  /** Parameters and MACs of each stage. */
  | { readonly kind: 'stages' }
  /** Time of each layer, and the devices. */
  | { readonly kind: 'times' }
  /** The network as code: pointing at a line lights up what it makes. */
  | { readonly kind: 'code'; readonly listings: readonly Listing[]; readonly opened: string }
  /** The same weights under two rules, the official one first: how far the outputs move. */
  | { readonly kind: 'trap'; readonly rules: readonly [Contestant, Contestant] }
  /** Networks in a table: counted at once, measured on request. */
  | {
      readonly kind: 'race';
      readonly networks: readonly Contestant[];
      readonly columns: readonly RaceColumn[];
      /** The learner may measure on several devices, side by side. */
      readonly devices?: 'several';
    };
export type RaceLook = Extract<Look, { kind: 'race' }>;

export interface Option {
  readonly text: Text;
  readonly right: boolean;
  /** Why it is right, or what speaks against it. */
  readonly why: Text;
}

export type Question =
  /** One option is right, and that is known. */
  | { readonly kind: 'choice'; readonly ask: Text; readonly options: readonly Option[] }
  /** Which network of the step's race comes out highest: predict, then measure. `why` explains whatever comes out. */
  | { readonly kind: 'predict'; readonly ask: Text; readonly by: RaceMetric; readonly why: Text }
  /** Make the network such that the goal holds. `example` does. */
  | {
      readonly kind: 'goal';
      readonly ask: Text;
      readonly goal: Goal;
      readonly example: Change;
      readonly why: Text;
    };

export interface Step {
  /** Its part of the address. */
  readonly id: string;
  readonly title: Text;
  /** Paragraphs; the first is what presenters show. */
  readonly text: readonly Text[];
  readonly network: Change;
  readonly look: Look;
  /** Block or layer that is selected when the step opens. */
  readonly select?: string;
  readonly tryThis?: Text;
  readonly question: Question;
}

export interface Lesson {
  readonly id: string;
  readonly title: Text;
  readonly about: Text;
  /** Never empty. */
  readonly steps: readonly [Step, ...Step[]];
}
