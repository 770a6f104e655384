import { victim } from "../../packet/assemble/sample.ts"
import type { Case } from "./case.ts"
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
        codes: ["verify.file.changed"],
        make: async () => edit(await draftBytes(), E001, (text) => text.replace("a", "b")),
    },
    {
        name: "payload-longer",
        proves: "a byte appended to evidence is found",
        codes: ["verify.file.changed"],
        make: async () => edit(await draftBytes(), E001, (text) => `${text}\n`),
    },
    {
        name: "bag-info-byte",
        proves: "bag-info.txt is covered by the tag manifest",
        codes: ["verify.file.changed"],
        make: async () => edit(await draftBytes(), "bag-info.txt", (text) => text.replace("-001", "-002")),
    },
    {
        name: "payload-missing",
        proves: "a file taken away is found",
        codes: ["verify.list.missing"],
        make: async () => without(await draftBytes(), E001),
    },
    {
        name: "tag-manifest-missing",
        proves: "the tag manifest, which BagIt leaves optional, must be there",
        codes: ["verify.list.missing"],
        make: async () => without(await draftBytes(), "tagmanifest-sha256.txt"),
    },
    {
        name: "payload-extra",
        proves: "a file added to the payload is found, which sha256sum -c does not do",
        codes: ["verify.list.extra"],
        make: async () => plus(await draftBytes(), "data/E002.jpg", "x"),
    },
    {
        name: "root-extra",
        proves: "a file added beside data/ is found, which other BagIt validators do not do",
        codes: ["verify.list.extra"],
        make: async () => plus(await draftBytes(), "README-FIRST.txt", "x"),
    },
    {
        name: "fetch-list",
        proves: "a list of files to fetch from the network is never followed",
        codes: ["verify.list.extra"],
        make: async () => plus(await draftBytes(), "fetch.txt", "http://a.example/ 1 data/x\n"),
    },
    {
        name: "second-manifest",
        proves: "a manifest of another algorithm cannot stand beside the signed one",
        codes: ["verify.list.extra"],
        make: async () => plus(await draftBytes(), "manifest-sha512.txt", ""),
    },
    {
        name: "payload-renamed",
        proves: "a renamed file is one missing and one extra",
        codes: ["verify.list.extra", "verify.list.missing"],
        make: async () => plus(without(await draftBytes(), E001), "data/evidence/E002.jpg", "a picture"),
    },
    {
        name: "payload-renamed-case",
        proves: "a name in other case, as some file systems give it back, is another name",
        codes: ["verify.list.extra", "verify.list.missing"],
        make: async () => plus(without(await draftBytes(), E001), "data/evidence/e001.JPG", "a picture"),
    },
    {
        name: "link",
        proves: "a link is named and not followed",
        codes: ["verify.folder.irregular", "verify.list.missing"],
        make: async () => without(await draftBytes(), E001),
        links: [E001],
    },
    {
        name: "bagit-version",
        proves: "bagit.txt has one possible content",
        codes: ["verify.tag.bagit"],
        make: () => resealDraft((f) => edit(f, "bagit.txt", (text) => text.replace("1.0", "0.97"))),
    },
    {
        name: "tag-manifest-lists-signature",
        proves: "signatures are no listed tag files, so that later ones can be added",
        codes: ["verify.tag.list"],
        make: async () =>
            edit(await draftBytes(), "tagmanifest-sha256.txt", (text) => `${text}${digest(text)}  signature-1.sig\n`),
    },
    {
        name: "tag-manifest-short",
        proves: "the tag manifest lists every tag file",
        codes: ["verify.tag.list"],
        make: async () => edit(await draftBytes(), "tagmanifest-sha256.txt", (text) => firstLine(text)),
    },
    {
        name: "no-packet",
        proves: "a folder without the manifest is no packet",
        codes: ["verify.packet.none"],
        make: async () => without(await draftBytes(), MANIFEST),
    },
    {
        name: "data-folder",
        proves: "the folder data by itself is told from a packet, with the way to it",
        codes: ["verify.packet.elsewhere"],
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
        codes: ["verify.packet.elsewhere"],
        make: async () =>
            plus(
                new Map([...(await draftBytes())].map(([path, bytes]) => [`CASE-2026-001/${path}`, bytes])),
                "note.txt",
                "x",
            ),
    },
    {
        name: "md5-manifest",
        proves: "another algorithm is called unsupported, not changed",
        codes: ["verify.packet.algorithm"],
        make: async () => plus(without(await draftBytes(), MANIFEST), "manifest-md5.txt", ""),
    },
    {
        name: "line-ends",
        proves: "CRLF in the manifest is refused: the signature covers bytes",
        codes: ["manifest.line.carriage-return"],
        make: () => editManifest((text) => text.replaceAll("\n", "\r\n")),
    },
    {
        name: "byte-order-mark",
        proves: "a BOM, which makes sha256sum skip the first line, is refused",
        codes: ["manifest.text.encoding"],
        make: () => editManifest((text) => `\uFEFF${text}`),
    },
    {
        name: "no-last-line-end",
        proves: "a manifest that may be cut is refused",
        codes: ["manifest.text.end"],
        make: () => editManifest((text) => text.slice(0, -1)),
    },
    {
        name: "comment-line",
        proves: "a line that is no line of a manifest is refused",
        codes: ["manifest.line.form"],
        make: () => editManifest((text) => `# list\n${text}`),
    },
    {
        name: "line-twice",
        proves: "a file is listed once",
        codes: ["manifest.line.duplicate"],
        make: () => editManifest((text) => firstLine(text) + text),
    },
    {
        name: "capital-digits",
        proves: "digits have one spelling",
        codes: ["manifest.line.spelling"],
        make: () => editManifest((text) => digest(text).toUpperCase() + text.slice(64)),
    },
    {
        name: "binary-mark",
        proves: "the mark of sha256sum -b is another spelling",
        codes: ["manifest.line.spelling"],
        make: () => editManifest((text) => text.replace("  ", " *")),
    },
    {
        name: "order",
        proves: "lines are sorted, so that a list has one form",
        codes: ["manifest.line.order"],
        make: () => editManifest((text) => text.slice(firstLine(text).length) + firstLine(text)),
    },
    {
        name: "tag-file-listed",
        proves: "the payload manifest lists nothing outside data/",
        codes: ["manifest.line.outside"],
        make: () => editManifest((text) => `${digest(text)}  bagit.txt\n${text}`.replace(digest(text), BAGIT_SHA256)),
    },
    {
        name: "parent-path",
        proves: "a path does not climb out of the folder",
        codes: ["manifest.path.unsafe"],
        make: () => editManifest((text) => `${digest(text)}  data/../x\n${text}`),
    },
    {
        name: "absolute-path",
        proves: "a path is not absolute",
        codes: ["manifest.path.unsafe"],
        make: () => editManifest((text) => `${digest(text)}  /etc/passwd\n${text}`),
    },
    {
        name: "percent-path",
        proves: "no percent-encoding, about which validators disagree",
        codes: ["manifest.path.unsafe"],
        make: () => editManifest((text) => `${digest(text)}  data/a%0Ab\n${text}`),
    },
    {
        name: "case-collision",
        proves: "two names that differ in case only would be one file on other systems",
        codes: ["manifest.path.collision", "verify.index.silent"],
        make: () => resealDraft((f) => plus(f, "data/Case.json", "{}")),
    },
    {
        name: "payload-oxum",
        proves: "the counts in the unsigned bag-info.txt are those of the files",
        codes: ["verify.bag-info.differs"],
        make: async () => retag(edit(await draftBytes(), "bag-info.txt", (text) => text.replace("Oxum: ", "Oxum: 1"))),
    },
    {
        name: "case-reference",
        proves: "the reference in the unsigned bag-info.txt is that of the index",
        codes: ["verify.bag-info.differs"],
        make: async () => retag(edit(await draftBytes(), "bag-info.txt", (text) => text.replace("-001", "-002"))),
    },
    {
        name: "bagging-date",
        proves: "the day in the unsigned bag-info.txt is that of the index",
        codes: ["verify.bag-info.differs"],
        make: async () =>
            retag(edit(await draftBytes(), "bag-info.txt", (text) => text.replace("2026-11-01", "2026-10-01"))),
    },
    {
        name: "unknown-label",
        proves: "bag-info.txt has no room for further statements",
        codes: ["manifest.bag-info.line"],
        make: async () =>
            retag(edit(await draftBytes(), "bag-info.txt", (text) => `${text}Source-Organization: Police\n`)),
    },
    {
        name: "malformed-value",
        proves: "a value of bag-info.txt has its form",
        codes: ["manifest.bag-info.form", "manifest.bag-info.value"],
        make: async () =>
            retag(edit(await draftBytes(), "bag-info.txt", (text) => text.replace("2026-11-01", "1 Nov"))),
    },
    {
        name: "empty-case",
        proves: "nothing is taken for a packet by its tag files alone",
        codes: ["verify.index.missing"],
        make: async () => {
            const all = await draftBytes()
            return await reseal(new Map([...all].filter(([path]) => !path.startsWith("data/"))), null)
        },
    },
]

/** SHA-256 of the one possible `bagit.txt`. */
const BAGIT_SHA256 = "e91f941be5973ff71f1dccbdd1a32d598881893a7f21be516aca743da38b1689"
