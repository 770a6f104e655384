import { concat, utf8 } from "../../../src/base/bytes.ts"
import { type Case, error, UNKNOWN } from "./case.ts"
import { type RawEntry, rawZip } from "./tamper-zip.ts"
import { draftZipEntries, type NamedEntry } from "./zip-cases.ts"

/** Names and attributes of entries that programs and systems read in different ways. */

const TOP = "CASE-2026-001/"
const E001 = `${TOP}data/evidence/E001.jpg`

const plus = async (...more: RawEntry[]) => rawZip([...(await draftZipEntries()), ...more])
const odd = async (name: string | Uint8Array) => plus({ name, bytes: utf8("x") })
const changed = async (change: (entry: NamedEntry) => NamedEntry) => rawZip(await draftZipEntries(change))

/** A ZIP with an entry of this name, which is refused as a name. */
function badName(name: string, proves: string, zh: string, entry: string | Uint8Array, shown?: string): Case {
    const at = shown ?? (typeof entry === "string" ? entry : "")
    return { name, proves, zh, verdict: "refused", finds: [error("zip.entry.name", at)], make: () => odd(entry) }
}

/** A ZIP with an entry of this Unix mode. */
function badMode(name: string, proves: string, zh: string, mode: number): Case {
    const finds = [error("zip.entry.header", E001)]
    return { name, proves, zh, verdict: "refused", finds, make: () => changed((entry) => ({ ...entry, mode })) }
}

/** Bytes of 证据 in GBK. */
const GBK = Uint8Array.of(0xd6, 0xa4, 0xbe, 0xdd)

export const zipNameCases: readonly Case[] = [
    badName(
        "name-gbk",
        "a name that is no UTF-8 has no one reading",
        "名字是 GBK 编码",
        concat([utf8(`${TOP}data/`), GBK]),
        `${TOP}data/\\xD6\\xA4\\xBE\\xDD`,
    ),
    badName(
        "name-nul",
        "no name is cut short by a NUL",
        "名字里有 NUL 字节",
        `${TOP}data/a.jpg\0.exe`,
        `${TOP}data/a.jpg\\u{0}.exe`,
    ),
    badName(
        "name-line-feed",
        "no name forges a line of a list",
        "名字里有换行",
        `${TOP}data/a\nb`,
        `${TOP}data/a\\u{a}b`,
    ),
    badName(
        "name-right-to-left",
        "no name is shown in another order than it has",
        "名字里有右至左控制符，看上去像别的扩展名",
        `${TOP}data/a\u202Egpj.exe`,
        `${TOP}data/a\\u{202e}gpj.exe`,
    ),
    badName(
        "name-zero-width",
        "no name holds signs that nobody sees",
        "名字里有看不见的字符",
        `${TOP}data/a\u200Bb`,
        `${TOP}data/a\\u{200b}b`,
    ),
    badName(
        "name-not-composed",
        "a name has one spelling in Unicode",
        "名字用分解形式的字符（NFD）",
        `${TOP}data/e\u0301`,
    ),
    badName(
        "name-stream",
        "no name is a stream of another file on Windows",
        "名字里有冒号，Windows 当作附加流",
        `${TOP}data/case.json:x`,
    ),
    badName("name-empty-segment", "no folder has an empty name", "名字里有空的一段", `${TOP}data//x`),
    badName("name-point", "no folder is called by a point", "名字里有一段是一个点", `${TOP}data/./x`),
    {
        name: "name-without-folder",
        proves: "nothing lies beside the top folder",
        zh: "文件放在最外层文件夹旁边",
        verdict: "refused",
        finds: [error("zip.entry.name", "x.txt"), error("zip.file.top")],
        make: () => odd("x.txt"),
    },
    {
        name: "name-of-a-device",
        proves: "a name that Windows takes for a device is on no list",
        zh: "名字是 Windows 的设备名",
        finds: [error("verify.list.extra", "data/COM1"), UNKNOWN],
        make: () => odd(`${TOP}data/COM1`),
    },
    {
        name: "name-in-full-width",
        proves: "a name stands once also where full-width letters are taken for the plain ones",
        zh: "名字只差全角半角",
        verdict: "refused",
        finds: [error("zip.entry.duplicate", `${TOP}data/ｃase.json`)],
        make: () => odd(`${TOP}data/ｃase.json`),
    },
    {
        name: "name-below-a-file",
        proves: "a file is no folder of another one",
        zh: "一个文件又被当作文件夹",
        finds: [error("verify.list.extra", "data/case.json/x"), UNKNOWN],
        make: () => odd(`${TOP}data/case.json/x`),
    },
    badMode("mode-pipe", "a named pipe is no file", "类型是命名管道", 0o010644),
    badMode("mode-device", "a device is no file", "类型是设备", 0o020644),
    badMode("mode-socket", "a socket is no file", "类型是套接字", 0o140644),
    badMode("mode-folder", "a folder is no file", "类型是文件夹", 0o040755),
    badMode("mode-set-user", "no file runs as somebody else", "带 setuid 权限位", 0o104755),
    {
        name: "name-claims-utf8",
        proves: "the mark of UTF-8 stands where a name needs it, so that no two programs read two names",
        zh: "名字全是 ASCII 却标为 UTF-8",
        verdict: "refused",
        finds: [error("zip.entry.header", E001), error("zip.entry.local-header", E001)],
        make: () => changed((entry) => ({ ...entry, flags: 0x800 })),
    },
    {
        name: "bzip2",
        proves: "no other method of packing is there",
        zh: "压缩方法是 bzip2",
        verdict: "refused",
        finds: [error("zip.entry.header", E001), error("zip.entry.local-header", E001)],
        make: () => changed((entry) => ({ ...entry, method: 12 })),
    },
    {
        name: "bomb",
        proves: "what would unpack to four gigabytes is refused before anything is unpacked",
        zh: "标明解压后有 4 GB 的压缩炸弹",
        verdict: "refused",
        finds: [error("zip.entry.beyond", E001), error("zip.entry.header", E001)],
        make: () => changed((entry) => ({ ...entry, method: 8, size: 0xffff_fffe })),
    },
    {
        name: "second-end",
        proves: "of two ends of a directory none is chosen",
        zh: "有两个目录结尾",
        verdict: "refused",
        finds: [error("zip.file.end")],
        make: async () => {
            const zip = await changed((entry) => entry)
            return concat([zip, zip.slice(-22)])
        },
    },
    {
        name: "zip-in-zip",
        proves: "a second ZIP behind the first one is not taken for it",
        zh: "两个 ZIP 首尾相接",
        verdict: "refused",
        finds: [error("zip.file.end")],
        make: async () => {
            const zip = await changed((entry) => entry)
            return concat([zip, zip])
        },
    },
    {
        name: "empty",
        proves: "a ZIP without files is no packet",
        zh: "没有文件的 ZIP",
        verdict: "refused",
        finds: [error("zip.file.top")],
        make: () => Promise.resolve(rawZip([])),
    },
    {
        name: "another-file",
        proves: "a PDF is told not to be a ZIP",
        zh: "给出的是 PDF，不是 ZIP",
        verdict: "refused",
        finds: [error("zip.file.format")],
        make: () => Promise.resolve(utf8("%PDF-1.7\nsome paper that somebody took for the packet\n%%EOF\n")),
    },
]
