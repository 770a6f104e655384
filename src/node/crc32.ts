import * as zlib from "node:zlib"
import type { Crc32 } from "../base/digest.ts"

/** The fast CRC-32 of this Node; 21 and the first two of 22 have none. */
export const FAST_CRC32: Crc32 | undefined = "crc32" in zlib ? zlib.crc32 : undefined
