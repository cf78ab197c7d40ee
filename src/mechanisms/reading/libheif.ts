import { createRequire } from 'node:module';
import { Unreadable, type Why } from './unreadable.ts';

/** libheif as it is compiled for Node: it takes addresses in a memory of its own, and writes its answers there, behind its error. */
interface Libheif {
  HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _heif_context_alloc(): number;
  _heif_context_read_from_memory_without_copy(error: number, context: number, bytes: number, length: number, options: number): void;
  _heif_context_get_primary_image_handle(error: number, context: number, handle: number): void;
  _heif_image_handle_get_image_tiling(error: number, handle: number, turned: number, tiling: number): void;
  _heif_image_handle_decode_image_tile(error: number, handle: number, image: number, colours: number, order: number, options: number, column: number, row: number): void;
  _heif_image_get_plane_readonly2(image: number, plane: number, stride: number): number;
  _heif_image_get_primary_width(image: number): number;
  _heif_image_get_primary_height(image: number): number;
  _heif_image_release(image: number): void;
}

export interface Photo {
  width: number;
  height: number;
  /** Each decoded when it is asked for, and gone when the next one is. */
  tiles: () => Iterable<Tile>;
}

/** Red, green and blue of each point. It may reach beyond the photo on any side. */
export interface Tile {
  left: number;
  top: number;
  width: number;
  height: number;
  points: Uint8Array;
  /** Bytes from one line to the next. */
  stride: number;
}

const [rgb, interleaved, interleavedPlane] = [1, 10, 10];
const errorLength = 12;

/** The main photo of a HEIC, turned as the file says. It throws why it cannot be read. */
export const openPhoto = (file: Uint8Array): Photo => {
  const { heif, ask } = asking();
  const bytes = heif._malloc(file.length);
  heif.HEAPU8.set(file, bytes);
  const context = heif._heif_context_alloc();
  ask((error) => heif._heif_context_read_from_memory_without_copy(error, context, bytes, file.length, 0));
  const [handle = 0] = ask((error, answer) => heif._heif_context_get_primary_image_handle(error, context, answer));
  const grid = gridOf(ask((error, answer) => heif._heif_image_handle_get_image_tiling(error, handle, 1, answer)));
  const decoded = (column: number, row: number) => ask((error, answer) => heif._heif_image_handle_decode_image_tile(error, handle, answer, rgb, interleaved, 0, column, row));
  return { width: grid.width, height: grid.height, tiles: () => tilesOf(heif, grid, decoded) };
};

const asking = () => {
  const heif = createRequire(import.meta.url)('libheif-js/wasm-bundle') as Libheif;
  const error = heif._malloc(256);
  const ask = (question: (error: number, answer: number) => void) => {
    question(error, error + errorLength);
    const [code = 0, part = 0, , ...answer] = numbersAt(heif, error, 16);
    if (code) throw new Unreadable(reasonOf(code, part));
    return answer;
  };
  return { heif, ask };
};

const numbersAt = ({ HEAPU8 }: Libheif, at: number, count: number) => [...new Uint32Array(HEAPU8.slice(at, at + 4 * count).buffer)];

// heif_error_Memory_allocation_error or its bounds; a kind or a compression that it does not know.
const reasonOf = (code: number, part: number): Why => (code === 6 || part === 1000 ? 'large' : code === 4 || code === 11 ? 'no_reader' : 'broken');

type Grid = ReturnType<typeof gridOf>;

/** What the last tiles have too much stands before the first ones where the photo is turned. */
const gridOf = ([, columns = 0, rows = 0, tileWidth = 0, tileHeight = 0, width = 0, height = 0, isTopCut = 0, isLeftCut = 0]: number[]) => ({
  columns, rows, tileWidth, tileHeight, width, height,
  before: isLeftCut ? columns * tileWidth - width : 0,
  above: isTopCut ? rows * tileHeight - height : 0,
});

function* tilesOf(heif: Libheif, { columns, rows, tileWidth, tileHeight, before, above }: Grid, decoded: (column: number, row: number) => number[]): Generator<Tile> {
  const strideAt = heif._malloc(4);
  for (let at = 0; at < columns * rows; at += 1) {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const [image = 0] = decoded(column, row);
    const [width, height] = [heif._heif_image_get_primary_width(image), heif._heif_image_get_primary_height(image)];
    const from = heif._heif_image_get_plane_readonly2(image, interleavedPlane, strideAt);
    const [stride = 0] = numbersAt(heif, strideAt, 1);
    yield { left: column * tileWidth - before, top: row * tileHeight - above, width, height, stride, points: heif.HEAPU8.subarray(from, from + stride * height) };
    heif._heif_image_release(image);
  }
}
