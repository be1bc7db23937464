// Holds files against the import law; every breach says where it is and why the law is so.
import { CORE_ORDER, ROOMS, allowsPackage, corePartOf, roomOf, type Room } from './law.ts';
import type { Import } from './imports.ts';
import type { SourceFile } from './sourceFiles.ts';

type Importer = Pick<SourceFile, 'path' | 'imports'>;

function isAllowed(room: Room, { target, typeOnly }: Import): boolean {
  if (!target.startsWith('src/')) return allowsPackage(room, target);
  const other = roomOf(target);
  if (other === undefined) return false;
  return (
    other === room ||
    room.may.includes(other.name) ||
    (typeOnly && (room.mayTypes?.includes(other.name) ?? false))
  );
}

export function roomBreaches(files: readonly Importer[]): readonly string[] {
  return files.flatMap(({ path, imports }) => {
    const room = roomOf(path);
    if (room === undefined) {
      return [`${path} stands in no room; the rooms are ${ROOMS.flatMap(({ at }) => at).join(' ')}`];
    }
    return imports
      .filter((one) => !isAllowed(room, one))
      .map(({ target }) => `${path} imports ${target}, but ${room.name} may not: ${room.why}`);
  });
}

const rankOf = (part: string) => CORE_ORDER.findIndex((row) => row.includes(part));
const order = CORE_ORDER.map((row) => row.join(', ')).join(' → ');

export function coreBreaches(files: readonly Importer[]): readonly string[] {
  return files.flatMap(({ path, imports }) => {
    const part = corePartOf(path);
    if (part === undefined) return [];
    if (rankOf(part) < 0)
      return [`${path}: ${part} has no place in the order of core (${order}); give it one`];
    return imports
      .filter(({ target }) => rankOf(corePartOf(target) ?? part) > rankOf(part))
      .map(({ target }) => `${path} imports ${target}: an arrow back in the order of core (${order})`);
  });
}
