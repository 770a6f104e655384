import { concat, utf8 } from "../../../src/base/bytes.ts"
import type { Bytes } from "../../packet/assemble/sample.ts"
import { litter } from "../../packet/litter.ts"
import { type Case, EVERYBODY, error, type Finding, note, UNKNOWN } from "./case.ts"
import { draftBytes, edit, plus, resealDraft, retag } from "./tamper.ts"

/** What lies in folders beside the listed files, and texts that are long. */

/** A file with the name of what systems leave behind, which is something else: an extra file like any other. */
function notLitter(name: string, proves: string, zh: string, path: string, bytes: Uint8Array): Case {
    return {
        name,
        proves,
        zh,
        folder: "folder",
        finds: [error("verify.list.extra", path), UNKNOWN],
        make: async () => new Map(await draftBytes()).set(path, bytes),
    }
}

const padded = (path: string, size: number): Uint8Array => concat([litter(path), new Uint8Array(size)])

/** The draft in a folder with files whose names are no UTF-8. */
async function withNames(...paths: readonly string[]): Promise<Bytes> {
    let files = await draftBytes()
    for (const path of paths) files = plus(files, path, "x")
    return files
}

const LITTER = ["._E001.jpg", ".localized", ".~lock.case.odt#", "~$case.docx", "ehthumbs.db"]

const LISTED = ["data/case.json", "data/documents/01-statement.pdf", "data/evidence/E001.jpg", "data/index.json"]
const TOO_LONG = `data/${"a".repeat(255)}`
const ENDLESS = `data/${"a/".repeat(250_000)}`

export const folderCases: readonly Case[] = [
    {
        name: "litter-of-office-programs",
        proves: "what is left behind by office programs and by other systems is named and does no harm",
        zh: "办公软件等留下的文件只列名，不影响结论",
        verdict: "intact-signed-known",
        folder: "folder",
        finds: LITTER.map((name): Finding => note("verify.folder.system-file", `data/evidence/${name}`)),
        make: async () => {
            const files = await draftBytes()
            for (const name of LITTER)
                files.set(`data/evidence/${name}`, name === "ehthumbs.db" ? litter("Thumbs.db") : litter(name))
            return files
        },
        given: { signers: EVERYBODY },
    },
    notLitter(
        "finder-by-name",
        "a file is known as litter by its content, not by its name",
        "文件名是 .DS_Store，内容是别的",
        "data/.DS_Store",
        utf8("a message to whoever looks"),
    ),
    notLitter(
        "thumbnails-by-name",
        "a program called Thumbs.db is a program",
        "文件名是 Thumbs.db，内容是程序",
        "data/evidence/Thumbs.db",
        utf8("MZ\u0090"),
    ),
    notLitter(
        "desktop-by-name",
        "desktop.ini holds settings of a folder or is none",
        "文件名是 desktop.ini，内容是别的",
        "data/desktop.ini",
        utf8("[other]\r\nrun=x.exe\r\n"),
    ),
    notLitter(
        "desktop-of-other-names",
        "settings that show files under other names make people see what is not there",
        "desktop.ini 让资源管理器把文件显示成别的名字",
        "data/desktop.ini",
        utf8("[.ShellClassInfo]\r\nIconResource=x\r\n[LocalizedFileNames]\r\ncase.json=01-Request.pdf\r\n"),
    ),
    notLitter(
        "apple-double-too-large",
        "what is larger than such a file can be hides something",
        "._ 文件大得不合常理",
        "data/evidence/._E001.jpg",
        padded("._E001.jpg", 65 << 10),
    ),
    notLitter(
        "owner-file-too-large",
        "the mark that somebody has a file open is short",
        "~$ 文件大得不合常理",
        "data/~$case.docx",
        padded("~$case.docx", 400),
    ),
    notLitter(
        "lock-not-text",
        "the lock of an office program is text",
        ".~lock 文件里不是文本",
        "data/.~lock.case.odt#",
        Uint8Array.of(0x4d, 0x5a, 0, 0),
    ),
    notLitter("localized-not-empty", "an empty file is empty", ".localized 文件里有内容", "data/.localized", utf8("x")),
    {
        name: "name-not-utf8",
        proves: "a file whose name is no UTF-8 is read and told, not lost",
        zh: "多出的文件，名字的字节不是 UTF-8",
        folder: "bytes",
        finds: [error("verify.list.extra", "data/evidence/\\xFF\\xFE.png"), UNKNOWN],
        make: () => withNames("data/evidence/\\xFF\\xFE.png"),
    },
    {
        name: "name-in-gbk",
        proves: "one in GBK, as an older ZIP leaves it, is told too",
        zh: "多出的文件，名字是 GBK 编码的“证据.png”",
        folder: "bytes",
        finds: [error("verify.list.extra", "data/\\xD6\\xA4\\xBE\\xDD.png"), UNKNOWN],
        make: () => withNames("data/\\xD6\\xA4\\xBE\\xDD.png"),
    },
    {
        name: "names-of-any-kind",
        proves: "names that a terminal would obey or hide are written out",
        zh: "多出的文件，名字里有换行、转义符和右至左控制符",
        folder: "folder",
        finds: [
            error("verify.list.extra", "data/a\\u{a}b"),
            error("verify.list.extra", "data/a\\u{1b}[2Jb"),
            error("verify.list.extra", "data/a\\u{202e}gpj.exe"),
            UNKNOWN,
        ],
        make: () => withNames("data/a\nb", "data/a\u001B[2Jb", "data/a\u202Egpj.exe"),
    },
    {
        name: "bag-info-blanks",
        proves: "a value of half a million blanks takes no time that grows with its square",
        zh: "bag-info.txt 里有五十万个空格，不得越读越慢",
        finds: [error("verify.file.large", "bag-info.txt"), UNKNOWN],
        make: async () =>
            retag(edit(await draftBytes(), "bag-info.txt", (text) => `${text.trimEnd()}${" ".repeat(500_000)}x\n`)),
    },
    {
        name: "index-nested-deeply",
        proves: "brackets without end are refused in an index too",
        zh: "索引有二十万层括号",
        finds: [error("verify.index.json", "data/index.json"), UNKNOWN],
        make: () => resealDraft((f) => plus(f, "data/index.json", "[".repeat(200_000) + "]".repeat(200_000))),
    },
    {
        name: "index-other-members",
        proves: "a member that is called like a part of a program is an unknown member",
        zh: "索引里有名为 __proto__ 的项",
        finds: [error("verify.index.field", "data/index.json", "__proto__"), UNKNOWN],
        make: () =>
            resealDraft((f) =>
                edit(f, "data/index.json", (text) =>
                    text.replace("{", '{\n  "__proto__": {\n    "kind": "submission"\n  },'),
                ),
            ),
    },
    {
        name: "index-null",
        proves: "an index of nothing is no index",
        zh: "索引只写了 null",
        finds: [error("verify.index.json", "data/index.json"), UNKNOWN],
        make: () => resealDraft((f) => plus(f, "data/index.json", "null\n")),
    },
    {
        name: "manifest-path-of-a-device",
        proves: "a listed name is no device of Windows",
        zh: "清单列了 Windows 设备名",
        finds: [error("manifest.path.unsafe", "data/COM1"), error("verify.list.extra", "data/COM1"), UNKNOWN],
        make: () => resealDraft((f) => plus(f, "data/COM1", "x")),
    },
    {
        name: "manifest-path-too-long",
        proves: "a listed path fits every system",
        zh: "清单列的路径过长",
        finds: [error("manifest.path.unsafe", TOO_LONG), error("verify.list.extra", TOO_LONG), UNKNOWN],
        make: () => resealDraft((f) => plus(f, TOO_LONG, "x")),
    },
    {
        name: "manifest-empty",
        proves: "a list of nothing is no list",
        zh: "清单是空的",
        finds: [
            error("verify.index.content", "data/index.json"),
            ...LISTED.flatMap((path) => [
                error("verify.list.extra", path),
                ...(path.endsWith("index.json") ? [] : [error("verify.index.unlisted", path)]),
            ]),
            error("verify.signature.bad", "signature-1.sig"),
        ],
        make: async () => retag(edit(await draftBytes(), "manifest-sha256.txt", () => "")),
    },
    {
        name: "manifest-long-line",
        proves: "a line of half a million signs takes no time that grows with its square",
        zh: "清单里有一行长五十万个字符，不得越读越慢",
        finds: [
            error("manifest.path.unsafe", `${ENDLESS.slice(0, 400)}…`),
            error("verify.signature.bad", "signature-1.sig"),
        ],
        make: async () =>
            retag(edit(await draftBytes(), "manifest-sha256.txt", (text) => `${"0".repeat(64)}  ${ENDLESS}\n${text}`)),
    },
]
