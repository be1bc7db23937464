// Carries out one record, or a part of it.
import { depthwise, Depthwise } from './depthwise';
import { elementwise, Elementwise, margin, Margin, reorder, Reorder } from './elementwise';
import { Op } from './op';
import { largest, Largest, mean, Mean } from './pooling';
import { Product, product } from './product';

export function perform(op: usize, part: i32, parts: i32): void {
  switch (changetype<Op>(op).opcode) {
    case 0: product(changetype<Product>(op), part, parts); break;
    case 1: depthwise(changetype<Depthwise>(op), part, parts); break;
    case 2: mean(changetype<Mean>(op), part, parts); break;
    case 3: largest(changetype<Largest>(op), part, parts); break;
    case 4: elementwise(changetype<Elementwise>(op), part, parts); break;
    case 5: reorder(changetype<Reorder>(op), part, parts); break;
    case 6: margin(changetype<Margin>(op), part, parts); break;
  }
}
