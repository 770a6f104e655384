// Packs a font as gzip in independent blocks, so that src/typeset/font/block-gzip.ts can read any part of it without
// inflating the whole; `gunzip` reads it as any other .gz. The layout is BGZF (SAM specification §4.1): each member
// holds at most 65,280 bytes and states its own packed size in an extra field "BC".
// Usage: node fonts/block-gzip.mjs HanaMinB.ttf fonts/HanaMinB.ttf.gz
import { readFileSync, writeFileSync } from "node:fs"
import { pathToFileURL } from "node:url"
import { crc32, deflateRawSync } from "node:zlib"

const BLOCK = 0xff00

/** A font as gzip in blocks. */
export function packFont(source) {
    const members = []
    for (let at = 0; at <= source.length; at += BLOCK) members.push(member(source.subarray(at, at + BLOCK)))
    if (source.length % BLOCK !== 0) members.push(member(source.subarray(0, 0))) // the empty block that ends a BGZF file
    return Buffer.concat(members)
}

function member(bytes) {
    const packed = deflateRawSync(bytes, { level: 9 })
    const out = Buffer.alloc(18 + packed.length + 8)
    // Magic, deflate, FEXTRA; time 0; no flags; unknown system, so that the file says nothing of its maker; extra length 6.
    out.set([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 6, 0, 0x42, 0x43, 2, 0])
    out.writeUInt16LE(out.length - 1, 16)
    out.set(packed, 18)
    out.writeUInt32LE(crc32(bytes), out.length - 8)
    out.writeUInt32LE(bytes.length, out.length - 4)
    return out
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
    const [from, to] = process.argv.slice(2)
    writeFileSync(to, packFont(readFileSync(from)))
}
