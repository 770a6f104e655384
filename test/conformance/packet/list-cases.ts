import { victim } from "../../packet/assemble/sample.ts"
import { type Case, error, UNKNOWN } from "./case.ts"
import { draftBytes, edit, plus, reseal, resealDraft, resign, retag, without } from "./tamper.ts"

/** Files against lists: RFC 8493 and the closed world of format 1.0. */

const MANIFEST = "manifest-sha256.txt"
const E001 = "data/evidence/E001.jpg"

/** Changes the manifest and lets the rest agree with it. */
const editManifest = async (change: (text: string) => string) =>
    await resign(retag(edit(await draftBytes(), MANIFEST, change)), victim)
const firstLine = (text: string) => text.slice(0, text.indexOf("\n") + 1)
const digest = (text: string) => text.slice(0, 64)

export const listCases: readonly Case[] = [
    {
        name: "payload-byte",
        proves: "one changed byte of evidence is found",
        zh: "证据文件改动一个字节",
        finds: [error("verify.file.changed", "data/evidence/E001.jpg"), UNKNOWN],
        make: async () => edit(await draftBytes(), E001, (text) => text.replace("a", "b")),
    },
    {
        name: "payload-longer",
        proves: "a byte appended to evidence is found",
        zh: "证据文件末尾多一个字节",
        finds: [error("verify.file.changed", "data/evidence/E001.jpg"), UNKNOWN],
        make: async () => edit(await draftBytes(), E001, (text) => `${text}\n`),
    },
    {
        name: "bag-info-byte",
        proves: "bag-info.txt is covered by the tag manifest",
        zh: "bag-info.txt 改动一个字节，由标签清单管住",
        finds: [error("verify.file.changed", "bag-info.txt"), UNKNOWN],
        make: async () => edit(await draftBytes(), "bag-info.txt", (text) => text.replace("-001", "-002")),
    },
    ...["bagit.txt", "bag-info.txt", "data/index.json", "tagmanifest-sha256.txt"].map(
        (path): Case => ({
            name: `large-${path.split("/").at(-1)?.split(".")[0] ?? ""}`,
            proves: "a file that is larger than one of its name can be is told by its size, and never read",
            zh: `${path} 大得不合常理，只按大小判断，不读取`,
            finds: [error("verify.file.large", path), UNKNOWN],
            make: async () => new Map(await draftBytes()).set(path, new Uint8Array((16 << 20) + 1)),
        }),
    ),
    {
        name: "payload-missing",
        proves: "a file taken away is found",
        zh: "少一个文件",
        finds: [error("verify.list.missing", "data/evidence/E001.jpg"), UNKNOWN],
        make: async () => without(await draftBytes(), E001),
    },
    {
        name: "tag-manifest-missing",
        proves: "the tag manifest, which BagIt leaves optional, must be there",
        zh: "缺标签清单；BagIt 可有可无，这里必须有",
        finds: [error("verify.list.missing", "tagmanifest-sha256.txt"), UNKNOWN],
        make: async () => without(await draftBytes(), "tagmanifest-sha256.txt"),
    },
    {
        name: "payload-extra",
        proves: "a file added to the payload is found, which sha256sum -c does not do",
        zh: "data 里多一个文件，sha256sum -c 不会发现",
        finds: [error("verify.list.extra", "data/E002.jpg"), UNKNOWN],
        make: async () => plus(await draftBytes(), "data/E002.jpg", "x"),
    },
    {
        name: "stamp-extra",
        proves: "a time stamp stands beside the signature that it stamps, or is a file too many",
        zh: "有时间戳文件，没有它的签名文件",
        finds: [error("verify.list.extra", "signature-2.sig.tsr"), UNKNOWN],
        make: async () => plus(await draftBytes(), "signature-2.sig.tsr", "x"),
    },
    {
        name: "root-extra",
        proves: "a file added beside data/ is found, which other BagIt validators do not do",
        zh: "data 旁边多一个文件，其他 BagIt 核对程序不会发现",
        finds: [error("verify.list.extra", "README-FIRST.txt"), UNKNOWN],
        make: async () => plus(await draftBytes(), "README-FIRST.txt", "x"),
    },
    {
        name: "fetch-list",
        proves: "a list of files to fetch from the network is never followed",
        zh: "列出网址的 fetch.txt，绝不照着下载",
        finds: [error("verify.list.extra", "fetch.txt"), UNKNOWN],
        make: async () => plus(await draftBytes(), "fetch.txt", "http://a.example/ 1 data/x\n"),
    },
    {
        name: "second-manifest",
        proves: "a manifest of another algorithm cannot stand beside the signed one",
        zh: "已签名的清单旁边又有另一种算法的清单",
        finds: [error("verify.list.extra", "manifest-sha512.txt"), UNKNOWN],
        make: async () => plus(await draftBytes(), "manifest-sha512.txt", ""),
    },
    {
        name: "payload-renamed",
        proves: "a renamed file is one missing and one extra",
        zh: "改了名的文件，算少一个又多一个",
        finds: [
            error("verify.list.missing", "data/evidence/E001.jpg"),
            error("verify.list.extra", "data/evidence/E002.jpg"),
            UNKNOWN,
        ],
        make: async () => plus(without(await draftBytes(), E001), "data/evidence/E002.jpg", "a picture"),
    },
    {
        name: "payload-renamed-case",
        proves: "a name in other case, as some file systems give it back, is another name",
        zh: "文件名大小写不同，就是另一个名字",
        finds: [
            error("verify.list.missing", "data/evidence/E001.jpg"),
            error("verify.list.extra", "data/evidence/e001.JPG"),
            UNKNOWN,
        ],
        make: async () => plus(without(await draftBytes(), E001), "data/evidence/e001.JPG", "a picture"),
    },
    {
        name: "link",
        folder: "links",
        proves: "a link is named and not followed",
        zh: "链接要列名，不跟随",
        finds: [
            error("verify.folder.irregular", "data/evidence/E001.jpg"),
            error("verify.list.missing", "data/evidence/E001.jpg"),
            UNKNOWN,
        ],
        make: async () => without(await draftBytes(), E001),
        links: [E001],
    },
    {
        name: "bagit-version",
        proves: "bagit.txt has one possible content",
        zh: "bagit.txt 只有一种写法",
        finds: [error("verify.tag.bagit", "bagit.txt"), UNKNOWN],
        make: () => resealDraft((f) => edit(f, "bagit.txt", (text) => text.replace("1.0", "0.97"))),
    },
    {
        name: "tag-manifest-lists-signature",
        proves: "signatures are no listed tag files, so that later ones can be added",
        zh: "标签清单不列签名文件，这样以后还能再加签名",
        finds: [error("verify.tag.list", "tagmanifest-sha256.txt"), UNKNOWN],
        make: async () =>
            edit(await draftBytes(), "tagmanifest-sha256.txt", (text) => `${text}${digest(text)}  signature-1.sig\n`),
    },
    {
        name: "tag-manifest-short",
        proves: "the tag manifest lists every tag file",
        zh: "标签清单要列全三个文件",
        finds: [error("verify.tag.list", "tagmanifest-sha256.txt"), UNKNOWN],
        make: async () => edit(await draftBytes(), "tagmanifest-sha256.txt", (text) => firstLine(text)),
    },
    {
        name: "no-packet",
        proves: "a folder without the manifest is no packet",
        zh: "没有清单的文件夹不是材料包",
        verdict: "refused",
        finds: [error("verify.packet.none")],
        make: async () => without(await draftBytes(), MANIFEST),
    },
    {
        name: "data-folder",
        proves: "the folder data by itself is told from a packet, with the way to it",
        zh: "只给出 data 文件夹时，要说明材料包在上一层",
        verdict: "refused",
        finds: [error("verify.packet.elsewhere", "..")],
        make: async () =>
            new Map(
                [...(await draftBytes())].flatMap(([path, bytes]) =>
                    path.startsWith("data/") ? [[path.slice(5), bytes]] : [],
                ),
            ),
    },
    {
        name: "beside-other-files",
        proves: "a packet's folder with files beside it must be named itself",
        zh: "材料包文件夹旁边还有别的文件，须指定材料包本身",
        verdict: "refused",
        finds: [error("verify.packet.elsewhere", "CASE-2026-001")],
        make: async () =>
            plus(
                new Map([...(await draftBytes())].map(([path, bytes]) => [`CASE-2026-001/${path}`, bytes])),
                "note.txt",
                "x",
            ),
    },
    {
        name: "among-papers",
        proves: "what was handed over as a whole is told from the packet in it, which is named",
        zh: "整份交来的文件夹里有材料包时，须指明是哪一个",
        verdict: "refused",
        finds: [error("verify.packet.elsewhere", "packet/DRAFT-CASE-2026-001.zip")],
        make: async () =>
            new Map([
                ["01-sheet.pdf", new TextEncoder().encode("x")],
                ["packet/DRAFT-CASE-2026-001.zip", new Uint8Array(22)],
            ]),
    },
    {
        name: "md5-manifest",
        proves: "another algorithm is called unsupported, not changed",
        zh: "另一种算法应说“不支持”，不说“被改动”",
        verdict: "refused",
        finds: [error("verify.packet.algorithm", "manifest-md5.txt")],
        make: async () => plus(without(await draftBytes(), MANIFEST), "manifest-md5.txt", ""),
    },
    {
        name: "line-ends",
        proves: "CRLF in the manifest is refused: the signature covers bytes",
        zh: "清单用 CRLF 换行，拒绝：签名管的是字节",
        finds: [error("manifest.line.carriage-return", "manifest-sha256.txt", 1), UNKNOWN],
        make: () => editManifest((text) => text.replaceAll("\n", "\r\n")),
    },
    {
        name: "byte-order-mark",
        proves: "a BOM, which makes sha256sum skip the first line, is refused",
        zh: "清单带 BOM，sha256sum 会漏掉第一行，拒绝",
        finds: [error("manifest.text.encoding", "manifest-sha256.txt"), UNKNOWN],
        make: () => editManifest((text) => `\uFEFF${text}`),
    },
    {
        name: "no-last-line-end",
        proves: "a manifest that may be cut is refused",
        zh: "清单末尾没有换行，可能被截断，拒绝",
        finds: [error("manifest.text.end", "manifest-sha256.txt"), UNKNOWN],
        make: () => editManifest((text) => text.slice(0, -1)),
    },
    {
        name: "comment-line",
        proves: "a line that is no line of a manifest is refused",
        zh: "清单里有一行不是清单行",
        finds: [error("manifest.line.form", "manifest-sha256.txt", 1), UNKNOWN],
        make: () => editManifest((text) => `# list\n${text}`),
    },
    {
        name: "line-twice",
        proves: "a file is listed once",
        zh: "同一文件列了两次",
        finds: [error("manifest.line.duplicate", "manifest-sha256.txt"), UNKNOWN],
        make: () => editManifest((text) => firstLine(text) + text),
    },
    {
        name: "capital-digits",
        proves: "digits have one spelling",
        zh: "十六进制写成大写",
        finds: [error("manifest.line.spelling", "manifest-sha256.txt", 1), UNKNOWN],
        make: () => editManifest((text) => digest(text).toUpperCase() + text.slice(64)),
    },
    {
        name: "binary-mark",
        proves: "the mark of sha256sum -b is another spelling",
        zh: "sha256sum -b 的星号是另一种写法",
        finds: [error("manifest.line.spelling", "manifest-sha256.txt", 1), UNKNOWN],
        make: () => editManifest((text) => text.replace("  ", " *")),
    },
    {
        name: "order",
        proves: "lines are sorted, so that a list has one form",
        zh: "清单行没有排序",
        finds: [error("manifest.line.order", "manifest-sha256.txt", 4), UNKNOWN],
        make: () => editManifest((text) => text.slice(firstLine(text).length) + firstLine(text)),
    },
    {
        name: "tag-file-listed",
        proves: "the payload manifest lists nothing outside data/",
        zh: "数据清单列了 data 以外的文件",
        finds: [error("manifest.line.outside", "manifest-sha256.txt", 1), UNKNOWN],
        make: () => editManifest((text) => `${digest(text)}  bagit.txt\n${text}`.replace(digest(text), BAGIT_SHA256)),
    },
    {
        name: "parent-path",
        proves: "a path does not climb out of the folder",
        zh: "路径用 .. 跳出文件夹",
        finds: [error("manifest.path.unsafe", "data/../x"), UNKNOWN],
        make: () => editManifest((text) => `${digest(text)}  data/../x\n${text}`),
    },
    {
        name: "absolute-path",
        proves: "a path is not absolute",
        zh: "绝对路径",
        finds: [error("manifest.path.unsafe", "/etc/passwd"), UNKNOWN],
        make: () => editManifest((text) => `${digest(text)}  /etc/passwd\n${text}`),
    },
    {
        name: "percent-path",
        proves: "no percent-encoding, about which validators disagree",
        zh: "百分号编码的路径，各家核对程序读法不一",
        finds: [error("manifest.path.unsafe", "data/a%0Ab"), UNKNOWN],
        make: () => editManifest((text) => `${digest(text)}  data/a%0Ab\n${text}`),
    },
    {
        name: "case-collision",
        folder: "case",
        proves: "two names that differ in case only would be one file on other systems",
        zh: "两个文件名只差大小写，在别的系统上是同一个文件",
        finds: [
            error("manifest.path.collision", "data/case.json"),
            error("verify.index.silent", "data/Case.json"),
            UNKNOWN,
        ],
        make: () => resealDraft((f) => plus(f, "data/Case.json", "{}")),
    },
    {
        name: "file-and-folder",
        proves: "a listed file is no folder of another one",
        zh: "清单把一个文件又当作文件夹",
        finds: [
            error("manifest.path.file-and-folder", "data/case.json"),
            error("verify.list.missing", "data/case.json/x"),
            error("verify.index.silent", "data/case.json/x"),
            UNKNOWN,
        ],
        make: () =>
            editManifest((text) =>
                text.replace(
                    /^(\w+) {2}data\/case\.json\n/m,
                    (line, sha) => `${line}${String(sha)}  data/case.json/x\n`,
                ),
            ),
    },
    {
        name: "payload-oxum",
        proves: "the counts in the unsigned bag-info.txt are those of the files",
        zh: "bag-info.txt 的字节数与文件不符",
        finds: [error("verify.bag-info.differs", "bag-info.txt"), UNKNOWN],
        make: async () => retag(edit(await draftBytes(), "bag-info.txt", (text) => text.replace("Oxum: ", "Oxum: 1"))),
    },
    {
        name: "case-reference",
        proves: "the reference in the unsigned bag-info.txt is that of the index",
        zh: "bag-info.txt 的编号与索引不符",
        finds: [error("verify.bag-info.differs", "bag-info.txt"), UNKNOWN],
        make: async () => retag(edit(await draftBytes(), "bag-info.txt", (text) => text.replace("-001", "-002"))),
    },
    {
        name: "bagging-date",
        proves: "the day in the unsigned bag-info.txt is that of the index",
        zh: "bag-info.txt 的日期与索引不符",
        finds: [error("verify.bag-info.differs", "bag-info.txt"), UNKNOWN],
        make: async () =>
            retag(edit(await draftBytes(), "bag-info.txt", (text) => text.replace("2026-11-01", "2026-10-01"))),
    },
    {
        name: "unknown-label",
        proves: "bag-info.txt has no room for further statements",
        zh: "bag-info.txt 多一个标签",
        finds: [error("manifest.bag-info.line", "bag-info.txt", 5), UNKNOWN],
        make: async () =>
            retag(edit(await draftBytes(), "bag-info.txt", (text) => `${text}Source-Organization: Police\n`)),
    },
    {
        name: "malformed-value",
        proves: "a value of bag-info.txt has its form",
        zh: "bag-info.txt 的值写法不对",
        finds: [
            error("manifest.bag-info.value", "bag-info.txt", 2),
            error("manifest.bag-info.form", "bag-info.txt"),
            UNKNOWN,
        ],
        make: async () =>
            retag(edit(await draftBytes(), "bag-info.txt", (text) => text.replace("2026-11-01", "1 Nov"))),
    },
    {
        name: "empty-case",
        proves: "nothing is taken for a packet by its tag files alone",
        zh: "只有标签文件，没有内容，不是材料包",
        finds: [error("verify.index.missing", "data/index.json")],
        make: async () => {
            const all = await draftBytes()
            return await reseal(new Map([...all].filter(([path]) => !path.startsWith("data/"))), null)
        },
    },
]

/** SHA-256 of the one possible `bagit.txt`. */
const BAGIT_SHA256 = "e91f941be5973ff71f1dccbdd1a32d598881893a7f21be516aca743da38b1689"
