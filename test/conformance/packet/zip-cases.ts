import { deflateRawSync } from "node:zlib"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { crc32 } from "../../../src/base/zip/crc32.ts"
import type { Case } from "./case.ts"
import { draftBytes } from "./tamper.ts"
import { type RawEnd, type RawEntry, rawZip } from "./tamper-zip.ts"

/** ZIPs of a good packet that two programs could read in two ways. */

const TOP = "CASE-2026-001/"

/** The draft's entries, with one of them changed. */
async function entries(change: (entry: RawEntry) => RawEntry = (entry) => entry): Promise<RawEntry[]> {
    const all = [...(await draftBytes())].map(([path, bytes]): RawEntry => ({ name: TOP + path, bytes }))
    return all.map((entry) => (entry.name.endsWith("E001.jpg") ? change(entry) : entry))
}
const zipWith = async (change: (entry: RawEntry) => RawEntry, end?: RawEnd) => rawZip(await entries(change), end)
const zipPlus = async (...more: RawEntry[]) => rawZip([...(await entries()), ...more])
const zip = async (end?: RawEnd) => rawZip(await entries(), end)

/** Changes 32 bits, counted from the end. */
function patchFromEnd(bytes: Uint8Array, fromEnd: number, value: number): Uint8Array {
    new DataView(bytes.buffer).setUint32(bytes.length - fromEnd, value, true)
    return bytes
}

export const zipCases: readonly Case[] = [
    {
        name: "too-short",
        proves: "what is shorter than a ZIP is none",
        codes: ["zip.file.format"],
        make: () => Promise.resolve(utf8("PK")),
    },
    {
        name: "other-top-folder",
        proves: "the folder in the ZIP names the reference of the packet",
        codes: ["verify.ref.differs"],
        make: async () =>
            rawZip((await entries()).map(({ name, ...rest }) => ({ ...rest, name: name.replace(TOP, "OTHER-REF/") }))),
    },
    {
        name: "cut",
        proves: "a ZIP that was not copied whole is refused",
        codes: ["zip.file.end"],
        make: async () => (await zip()).slice(0, -1),
    },
    {
        name: "bytes-in-front",
        proves: "nothing hides in front of the ZIP",
        codes: ["zip.file.end"],
        make: async () => concat([utf8("MZ"), await zip()]),
    },
    {
        name: "bytes-behind",
        proves: "nothing hides behind the ZIP",
        codes: ["zip.file.end"],
        make: async () => concat([await zip(), utf8("x")]),
    },
    {
        name: "comment",
        proves: "a ZIP has no comment",
        codes: ["zip.file.end"],
        make: () => zip({ comment: "official" }),
    },
    {
        name: "zip64",
        proves: "the marks of ZIP64 are refused, so that no second directory counts",
        codes: ["zip.file.end"],
        make: async () => patchFromEnd(await zip(), 6, 0xffff_ffff),
    },
    {
        name: "huge-count",
        proves: "a count that would keep the judge busy is refused before anything is read",
        codes: ["zip.file.entries"],
        make: () => zip({ count: 0xffff }),
    },
    {
        name: "count-too-small",
        proves: "an entry that the count leaves out is found",
        codes: ["zip.file.directory"],
        make: async () => zip({ count: (await entries()).length - 1 }),
    },
    {
        name: "gap",
        proves: "no bytes lie between entries and directory",
        codes: ["zip.file.gap"],
        make: () => zip({ gap: utf8("hidden") }),
    },
    {
        name: "second-top",
        proves: "everything lies in one folder",
        codes: ["zip.file.top"],
        make: () => zipPlus({ name: "OTHER/data/x", bytes: utf8("x") }),
    },
    {
        name: "deflated",
        proves: "a compressed entry, whose padding bits nothing covers, is refused",
        codes: ["zip.entry.header", "zip.entry.local-header"],
        make: () =>
            zipWith((entry) => ({
                ...entry,
                method: 8,
                crc: crc32(entry.bytes),
                bytes: new Uint8Array(deflateRawSync(entry.bytes)),
            })),
    },
    {
        name: "encrypted",
        proves: "an encrypted entry is refused",
        codes: ["zip.entry.header", "zip.entry.local-header"],
        make: () => zipWith((entry) => ({ ...entry, flags: 1 })),
    },
    {
        name: "data-descriptor",
        proves: "sizes stand in front of the content",
        codes: ["zip.entry.header", "zip.entry.local-header"],
        make: () => zipWith((entry) => ({ ...entry, flags: 8 })),
    },
    {
        name: "extra-field",
        proves: "no field holds a second name or size",
        codes: ["zip.file.directory"],
        make: () => zipWith((entry) => ({ ...entry, extra: Uint8Array.of(0x75, 0x70, 1, 0, 1) })),
    },
    {
        name: "link",
        proves: "a link in a ZIP is refused",
        codes: ["zip.entry.header"],
        make: () => zipWith((entry) => ({ ...entry, mode: 0o120777 })),
    },
    {
        name: "overlapping",
        proves: "two entries do not share their bytes",
        codes: ["zip.entry.header"],
        make: () => zipWith((entry) => ({ ...entry, offset: 0 })),
    },
    {
        name: "beyond-the-end",
        proves: "an entry ends before the directory",
        codes: ["zip.entry.beyond"],
        make: () => zipWith((entry) => ({ ...entry, size: 0x7fff_0000 })),
    },
    {
        name: "two-names",
        proves: "local header and directory name the same file",
        codes: ["zip.entry.local-header"],
        make: () => zipWith((entry) => ({ ...entry, localName: entry.name.replace("E001", "E002") })),
    },
    {
        name: "parent-path",
        proves: "no name climbs out of the folder",
        codes: ["zip.entry.name"],
        make: () => zipPlus({ name: `${TOP}../../x`, bytes: utf8("x") }),
    },
    {
        name: "backslash",
        proves: "no name has a backslash, which Windows takes for a folder",
        codes: ["zip.entry.name"],
        make: () => zipPlus({ name: `${TOP}data\\..\\..\\x`, bytes: utf8("x") }),
    },
    {
        name: "absolute-path",
        proves: "no name is absolute",
        codes: ["zip.entry.name", "zip.file.top"],
        make: () => zipPlus({ name: "/etc/passwd", bytes: utf8("x") }),
    },
    {
        name: "folder-entry",
        proves: "folders have no entries, in which names could hide",
        codes: ["zip.entry.name"],
        make: () => zipPlus({ name: `${TOP}data/empty/`, bytes: new Uint8Array(0) }),
    },
    {
        name: "name-twice",
        proves: "a name stands once, so that no program takes the other one",
        codes: ["zip.entry.duplicate"],
        make: () => zipPlus({ name: `${TOP}data/case.json`, bytes: utf8("{}") }),
    },
    {
        name: "name-in-other-case",
        proves: "a name stands once also where case does not count",
        codes: ["zip.entry.duplicate"],
        make: () => zipPlus({ name: `${TOP}data/CASE.json`, bytes: utf8("{}") }),
    },
    {
        name: "checksum",
        proves: "the checksum of the ZIP fits also where the hash does",
        codes: ["zip.entry.crc"],
        make: () => zipWith((entry) => ({ ...entry, crc: 1 })),
    },
    {
        name: "content",
        proves: "a changed byte in a ZIP is a changed file by its name",
        codes: ["verify.file.changed"],
        make: () => zipWith((entry) => ({ ...entry, bytes: utf8("b picture") })),
    },
]
