import { deflateRawSync } from "node:zlib"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { crc32 } from "../../../src/base/zip/crc32.ts"
import { type Case, error, UNKNOWN } from "./case.ts"
import { draftBytes } from "./tamper.ts"
import { type RawEnd, type RawEntry, rawZip } from "./tamper-zip.ts"

/** ZIPs of a good packet that two programs could read in two ways. */

const TOP = "CASE-2026-001/"

/** An entry whose name is text. */
export type NamedEntry = RawEntry & { readonly name: string }

/** The draft's entries, with one of them changed. */
export async function draftZipEntries(change = (entry: NamedEntry): NamedEntry => entry): Promise<NamedEntry[]> {
    const all = [...(await draftBytes())].map(([path, bytes]): NamedEntry => ({ name: TOP + path, bytes }))
    return all.map((entry) => (entry.name.endsWith("E001.jpg") ? change(entry) : entry))
}
const zipWith = async (change: (entry: NamedEntry) => NamedEntry, end?: RawEnd) =>
    rawZip(await draftZipEntries(change), end)
const zipPlus = async (...more: RawEntry[]) => rawZip([...(await draftZipEntries()), ...more])
const zip = async (end?: RawEnd) => rawZip(await draftZipEntries(), end)

/** Changes 32 bits, counted from the end. */
function patchFromEnd(bytes: Uint8Array, fromEnd: number, value: number): Uint8Array {
    new DataView(bytes.buffer).setUint32(bytes.length - fromEnd, value, true)
    return bytes
}

/** The draft, in a folder of another name. */
function topFolder(name: string, top: string, proves: string, zh: string): Case {
    const rename = (entry: NamedEntry): NamedEntry => ({ ...entry, name: entry.name.replace(TOP, `${top}/`) })
    return {
        name,
        proves,
        zh,
        finds: [error("verify.ref.folder", top), UNKNOWN],
        make: async () => rawZip((await draftZipEntries()).map(rename)),
    }
}

export const zipCases: readonly Case[] = [
    {
        name: "too-short",
        proves: "what is shorter than a ZIP is none",
        zh: "比 ZIP 还短的文件",
        verdict: "refused",
        finds: [error("zip.file.format")],
        make: () => Promise.resolve(utf8("PK")),
    },
    topFolder(
        "other-top-folder",
        "OTHER-REF",
        "the folder in the ZIP names the reference of the packet",
        "ZIP 里最外层文件夹的名字与编号不符",
    ),
    topFolder(
        "draft-as-submission",
        "CASE-2026-001-submission",
        "a draft does not unpack as what was sent",
        "草稿解压出来像是已发送的包",
    ),
    {
        name: "cut",
        proves: "a ZIP that was not copied whole is refused",
        zh: "ZIP 少了最后一个字节",
        verdict: "refused",
        finds: [error("zip.file.end")],
        make: async () => (await zip()).slice(0, -1),
    },
    {
        name: "bytes-in-front",
        proves: "nothing hides in front of the ZIP",
        zh: "ZIP 前面藏有字节",
        verdict: "refused",
        finds: [error("zip.file.end")],
        make: async () => concat([utf8("MZ"), await zip()]),
    },
    {
        name: "bytes-behind",
        proves: "nothing hides behind the ZIP",
        zh: "ZIP 后面藏有字节",
        verdict: "refused",
        finds: [error("zip.file.end")],
        make: async () => concat([await zip(), utf8("x")]),
    },
    {
        name: "comment",
        proves: "a ZIP has no comment",
        zh: "ZIP 带注释",
        verdict: "refused",
        finds: [error("zip.file.end")],
        make: () => zip({ comment: "official" }),
    },
    {
        name: "zip64",
        proves: "the marks of ZIP64 are refused, so that no second directory counts",
        zh: "带 ZIP64 标记，可能有第二份目录，拒绝",
        verdict: "refused",
        finds: [error("zip.file.end")],
        make: async () => patchFromEnd(await zip(), 6, 0xffff_ffff),
    },
    {
        name: "huge-count",
        proves: "a count that would keep the judge busy is refused before anything is read",
        zh: "文件数写得极大，读之前就拒绝",
        verdict: "refused",
        finds: [error("zip.file.entries")],
        make: () => zip({ count: 0xffff }),
    },
    {
        name: "count-too-small",
        proves: "an entry that the count leaves out is found",
        zh: "文件数少写一个，漏掉的要发现",
        verdict: "refused",
        finds: [error("zip.file.directory")],
        make: async () => zip({ count: (await draftZipEntries()).length - 1 }),
    },
    {
        name: "packed-again",
        proves: "a ZIP in which no record is ours was packed by another program: one finding, not one a file",
        zh: "由其他程序重新打包的 ZIP，所有记录都不同：只报一处",
        verdict: "refused",
        finds: [error("zip.file.directory")],
        make: async () => rawZip((await draftZipEntries()).map((entry) => ({ ...entry, mode: 0o100600 }))),
    },
    {
        name: "gap",
        proves: "no bytes lie between entries and directory",
        zh: "文件和目录之间藏有字节",
        verdict: "refused",
        finds: [error("zip.file.gap")],
        make: () => zip({ gap: utf8("hidden") }),
    },
    {
        name: "second-top",
        proves: "everything lies in one folder",
        zh: "ZIP 里有两个最外层文件夹",
        verdict: "refused",
        finds: [error("zip.file.top")],
        make: () => zipPlus({ name: "OTHER/data/x", bytes: utf8("x") }),
    },
    {
        name: "deflated",
        proves: "a compressed entry, whose padding bits nothing covers, is refused",
        zh: "压缩过的文件，填充位不受校验，拒绝",
        verdict: "refused",
        finds: [
            error("zip.entry.header", "CASE-2026-001/data/evidence/E001.jpg"),
            error("zip.entry.local-header", "CASE-2026-001/data/evidence/E001.jpg"),
        ],
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
        zh: "加密的文件，拒绝",
        verdict: "refused",
        finds: [
            error("zip.entry.header", "CASE-2026-001/data/evidence/E001.jpg"),
            error("zip.entry.local-header", "CASE-2026-001/data/evidence/E001.jpg"),
        ],
        make: () => zipWith((entry) => ({ ...entry, flags: 1 })),
    },
    {
        name: "data-descriptor",
        proves: "sizes stand in front of the content",
        zh: "大小写在内容后面，拒绝",
        verdict: "refused",
        finds: [
            error("zip.entry.header", "CASE-2026-001/data/evidence/E001.jpg"),
            error("zip.entry.local-header", "CASE-2026-001/data/evidence/E001.jpg"),
        ],
        make: () => zipWith((entry) => ({ ...entry, flags: 8 })),
    },
    {
        name: "extra-field",
        proves: "no field holds a second name or size",
        zh: "附加字段里另有名字或大小，拒绝",
        verdict: "refused",
        finds: [error("zip.file.directory")],
        make: () => zipWith((entry) => ({ ...entry, extra: Uint8Array.of(0x75, 0x70, 1, 0, 1) })),
    },
    {
        name: "link",
        proves: "a link in a ZIP is refused",
        zh: "ZIP 里的链接，拒绝",
        verdict: "refused",
        finds: [error("zip.entry.header", "CASE-2026-001/data/evidence/E001.jpg")],
        make: () => zipWith((entry) => ({ ...entry, mode: 0o120777 })),
    },
    {
        name: "overlapping",
        proves: "two entries do not share their bytes",
        zh: "两个文件共用同一段字节",
        verdict: "refused",
        finds: [error("zip.entry.header", "CASE-2026-001/data/evidence/E001.jpg")],
        make: () => zipWith((entry) => ({ ...entry, offset: 0 })),
    },
    {
        name: "beyond-the-end",
        proves: "an entry ends before the directory",
        zh: "文件超出目录的起点",
        verdict: "refused",
        finds: [error("zip.entry.beyond", "CASE-2026-001/data/evidence/E001.jpg")],
        make: () => zipWith((entry) => ({ ...entry, size: 0x7fff_0000 })),
    },
    {
        name: "two-names",
        proves: "local header and directory name the same file",
        zh: "本地头和目录写了两个名字",
        verdict: "refused",
        finds: [error("zip.entry.local-header", "CASE-2026-001/data/evidence/E001.jpg")],
        make: () => zipWith((entry) => ({ ...entry, localName: entry.name.replace("E001", "E002") })),
    },
    {
        name: "parent-path",
        proves: "no name climbs out of the folder",
        zh: "名字用 .. 跳出文件夹",
        verdict: "refused",
        finds: [error("zip.entry.name", "CASE-2026-001/../../x")],
        make: () => zipPlus({ name: `${TOP}../../x`, bytes: utf8("x") }),
    },
    {
        name: "backslash",
        proves: "no name has a backslash, which Windows takes for a folder",
        zh: "名字里有反斜杠，Windows 当作文件夹",
        verdict: "refused",
        finds: [error("zip.entry.name", "CASE-2026-001/data\\..\\..\\x")],
        make: () => zipPlus({ name: `${TOP}data\\..\\..\\x`, bytes: utf8("x") }),
    },
    {
        name: "absolute-path",
        proves: "no name is absolute",
        zh: "绝对路径的名字",
        verdict: "refused",
        finds: [error("zip.entry.name", "/etc/passwd"), error("zip.file.top")],
        make: () => zipPlus({ name: "/etc/passwd", bytes: utf8("x") }),
    },
    {
        name: "folder-entry",
        proves: "folders have no entries, in which names could hide",
        zh: "文件夹也占一项，名字可藏在里面",
        verdict: "refused",
        finds: [error("zip.entry.name", "CASE-2026-001/data/empty/")],
        make: () => zipPlus({ name: `${TOP}data/empty/`, bytes: new Uint8Array(0) }),
    },
    {
        name: "name-twice",
        proves: "a name stands once, so that no program takes the other one",
        zh: "同一名字出现两次",
        verdict: "refused",
        finds: [error("zip.entry.duplicate", "CASE-2026-001/data/case.json")],
        make: () => zipPlus({ name: `${TOP}data/case.json`, bytes: utf8("{}") }),
    },
    {
        name: "name-in-other-case",
        proves: "a name stands once also where case does not count",
        zh: "名字只差大小写",
        verdict: "refused",
        finds: [error("zip.entry.duplicate", "CASE-2026-001/data/CASE.json")],
        make: () => zipPlus({ name: `${TOP}data/CASE.json`, bytes: utf8("{}") }),
    },
    {
        name: "checksum",
        proves: "the checksum of the ZIP fits also where the hash does",
        zh: "ZIP 的校验和不符，即使 SHA-256 相符",
        finds: [error("zip.entry.crc", "CASE-2026-001/data/evidence/E001.jpg"), UNKNOWN],
        make: () => zipWith((entry) => ({ ...entry, crc: 1 })),
    },
    {
        name: "content",
        proves: "a changed byte in a ZIP is a changed file by its name",
        zh: "ZIP 里改动一个字节，要指出是哪个文件",
        finds: [error("verify.file.changed", "data/evidence/E001.jpg"), UNKNOWN],
        make: () => zipWith((entry) => ({ ...entry, bytes: utf8("b picture") })),
    },
]
