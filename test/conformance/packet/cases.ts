import { ed25519Blob, printPublicKeyLine } from "../../../src/signature/public-key.ts"
import { archive, type Bytes, draft, inMemory, officer, officerKey, third, victim } from "../../packet/sample.ts"
import {
    archiveBytes,
    draftBytes,
    edit,
    editIndex,
    manifestOf,
    plus,
    reseal,
    resealArchive,
    resealDraft,
    resign,
    retag,
    without,
} from "./tamper.ts"

/**
 * Faulty packets, each made from a good one by one change. `codes` are the findings of severity error that it must give, no
 * more and no fewer; the first names the case. Another implementation of the format can be held against the same list.
 */
export interface Case {
    readonly what: string
    readonly codes: readonly string[]
    readonly make: () => Promise<Bytes>
}

const MANIFEST = "manifest-sha256.txt"
const E001 = "data/evidence/E001.jpg"
const INDEX = "data/index.json"
const INDEX_2 = "data/layer-2/index.json"
const SIGNATURE = "signature-1.sig"
const PRIOR = "data/prior/1/manifest-sha256.txt"
const PRIOR_SIGNATURE = "data/prior/1/signature-1.sig"
const officerLine = printPublicKeyLine(ed25519Blob(officerKey.publicKey), "")

/** Changes the manifest and lets the rest agree with it. */
const editManifest = async (change: (text: string) => string) =>
    await resign(retag(edit(await draftBytes(), MANIFEST, change)), victim)
const firstLine = (text: string) => text.slice(0, text.indexOf("\n") + 1)

const files: readonly Case[] = [
    {
        what: "a changed file",
        codes: ["verify.file.changed"],
        make: async () => edit(await draftBytes(), E001, () => "B picture"),
    },
    {
        what: "a file taken away",
        codes: ["verify.bag-info.differs", "verify.list.missing"],
        make: async () => without(await draftBytes(), E001),
    },
    {
        what: "a file added",
        codes: ["verify.bag-info.differs", "verify.list.extra"],
        make: async () => plus(await draftBytes(), "data/E002.jpg", "x"),
    },
    {
        what: "a file added beside data/",
        codes: ["verify.list.extra"],
        make: async () => plus(await draftBytes(), "README-FIRST.txt", "x"),
    },
    {
        what: "a list of files to fetch",
        codes: ["verify.list.extra"],
        make: async () => plus(await draftBytes(), "fetch.txt", "http://a.example/ 1 data/x\n"),
    },
    {
        what: "a renamed file",
        codes: ["verify.list.extra", "verify.list.missing"],
        make: async () => plus(without(await draftBytes(), E001), "data/evidence/E002.jpg", "a picture"),
    },
    {
        what: "another bagit.txt",
        codes: ["verify.tag.bagit"],
        make: async () => await resealDraft((f) => edit(f, "bagit.txt", (t) => t.replace("1.0", "0.97"))),
    },
    {
        what: "a changed bag-info.txt",
        codes: ["verify.bag-info.differs", "verify.file.changed"],
        make: async () => edit(await draftBytes(), "bag-info.txt", (t) => t.replace("-001", "-002")),
    },
    {
        what: "bag-info.txt with another case number",
        codes: ["verify.bag-info.differs"],
        make: async () => retag(edit(await draftBytes(), "bag-info.txt", (t) => t.replace("-001", "-002"))),
    },
    {
        what: "no tag manifest",
        codes: ["verify.list.missing"],
        make: async () => without(await draftBytes(), "tagmanifest-sha256.txt"),
    },
    {
        what: "a tag manifest that lists a signature",
        codes: ["verify.tag.list"],
        make: async () =>
            edit(await draftBytes(), "tagmanifest-sha256.txt", (t) => `${t}${t.slice(0, 64)}  ${SIGNATURE}\n`),
    },
]

const manifests: readonly Case[] = [
    {
        what: "CRLF in the manifest",
        codes: ["manifest.line.carriage-return"],
        make: () => editManifest((t) => t.replaceAll("\n", "\r\n")),
    },
    { what: "a BOM in the manifest", codes: ["manifest.text.encoding"], make: () => editManifest((t) => `\uFEFF${t}`) },
    {
        what: "a line twice in the manifest",
        codes: ["manifest.line.duplicate"],
        make: () => editManifest((t) => firstLine(t) + t),
    },
    {
        what: "capital digits in the manifest",
        codes: ["manifest.line.spelling"],
        make: () => editManifest((t) => t.slice(0, 64).toUpperCase() + t.slice(64)),
    },
    {
        what: "a manifest out of order",
        codes: ["manifest.line.order"],
        make: () => editManifest((t) => t.slice(firstLine(t).length) + firstLine(t)),
    },
    {
        what: "a manifest without its last line end",
        codes: ["manifest.text.end"],
        make: () => editManifest((t) => t.slice(0, -1)),
    },
    {
        what: "a manifest that climbs out of the folder",
        codes: ["manifest.path.unsafe", "verify.index.silent", "verify.list.missing"],
        make: () => editManifest((t) => `${t.slice(0, 64)}  data/../x\n${t}`),
    },
    { what: "no manifest", codes: ["verify.packet.none"], make: async () => without(await draftBytes(), MANIFEST) },
    {
        what: "an md5 manifest",
        codes: ["verify.packet.algorithm"],
        make: async () => plus(without(await draftBytes(), MANIFEST), "manifest-md5.txt", ""),
    },
]

const signatures: readonly Case[] = [
    {
        what: "the named key's signature taken away",
        codes: ["verify.signature.named-key"],
        make: async () => without(await draftBytes(), SIGNATURE),
    },
    {
        what: "the named key's signature replaced by another key's",
        codes: ["verify.signature.named-key"],
        make: async () => await resign(await draftBytes(), third),
    },
    {
        what: "CRLF in a signature",
        codes: ["verify.signature.bad", "verify.signature.named-key"],
        make: async () => edit(await draftBytes(), SIGNATURE, (t) => t.replaceAll("\n", "\r\n")),
    },
    {
        what: "a public key instead of a signature",
        codes: ["verify.signature.bad", "verify.signature.named-key"],
        make: async () => plus(await draftBytes(), SIGNATURE, officerLine),
    },
    {
        what: "a second signature over something else",
        codes: ["verify.signature.bad"],
        make: async () => plus(await draftBytes(), "signature-2.sig", await third.sign(new Uint8Array(0))),
    },
    {
        what: "a gap in the numbers of signatures",
        codes: ["verify.signature.gap"],
        make: async () => {
            const good = await draftBytes()
            return plus(good, "signature-3.sig", await third.sign(good.get(MANIFEST) ?? new Uint8Array(0)))
        },
    },
]

const indexes: readonly Case[] = [
    { what: "no index", codes: ["verify.index.missing"], make: () => resealDraft((f) => without(f, INDEX)) },
    {
        what: "an index that is no JSON",
        codes: ["verify.index.json"],
        make: () => resealDraft((f) => edit(f, INDEX, (t) => t.slice(1))),
    },
    {
        what: "a member twice in the index",
        codes: ["verify.index.not-canonical"],
        make: () =>
            resealDraft((f) => edit(f, INDEX, (t) => t.replace('  "kind"', '  "kind": "submission",\n  "kind"'))),
    },
    {
        what: "an unknown member in the index",
        codes: ["verify.index.field"],
        make: () => resealDraft((f) => editIndex(f, INDEX, { official: true })),
    },
    {
        what: "a time without a zone in the index",
        codes: ["verify.index.field"],
        make: () => resealDraft((f) => editIndex(f, INDEX, { createdAt: "2026-11-01T09:00:00" })),
    },
    {
        what: "a later format",
        codes: ["verify.index.format"],
        make: () => resealDraft((f) => editIndex(f, INDEX, { format: "2.0" })),
    },
    {
        what: "a draft that calls itself an archive",
        codes: ["verify.index.kind"],
        make: () => resealDraft((f) => editIndex(f, INDEX, { kind: "archive" })),
    },
    {
        what: "an index that names a file that is not there",
        codes: ["verify.index.unlisted"],
        make: () => resealDraft((f) => without(f, E001)),
    },
    {
        what: "an index that is silent about a file",
        codes: ["verify.index.silent"],
        make: () => resealDraft((f) => plus(f, "data/annex/A1.pdf", "x")),
    },
    {
        what: "an index with another size",
        codes: ["verify.index.size"],
        make: () => resealDraft((f) => plus(f, E001, "another picture")),
    },
    {
        what: "an index that names a key that has not signed",
        codes: ["verify.signature.named-key"],
        make: () => resealDraft((f) => editIndex(f, INDEX, { signingKey: third.fingerprint })),
    },
]

const layers: readonly Case[] = [
    {
        what: "a victim's file replaced in the officer's layer",
        codes: ["verify.layer.replaced"],
        make: () => resealArchive((f) => edit(f, E001, () => "B picture")),
    },
    {
        what: "a victim's file taken away in the officer's layer",
        codes: ["verify.layer.missing"],
        make: () => resealArchive((f) => without(f, E001)),
    },
    {
        what: "a file added among the victim's",
        codes: ["verify.layer.misplaced"],
        make: () => resealArchive((f) => plus(f, "data/evidence/E002.jpg", "x")),
    },
    {
        what: "a prior manifest that was changed",
        codes: ["verify.layer.replaced", "verify.signature.bad", "verify.signature.named-key"],
        make: () => resealArchive((f) => edit(f, PRIOR, (t) => t.replace(/^[0-9a-f]{4}/, "0000"))),
    },
    {
        what: "victim's file and prior manifest changed together",
        codes: ["verify.signature.bad", "verify.signature.named-key"],
        make: () =>
            resealArchive((f) => {
                const forged = edit(f, E001, () => "B picture")
                const first = [...(new TextDecoder().decode(f.get(PRIOR)).matchAll(/ {2}(.*)\n/g) ?? [])].map(
                    (m) => m[1],
                )
                return new Map(forged).set(
                    PRIOR,
                    manifestOf(forged, (path) => first.includes(path)),
                )
            }),
    },
    {
        what: "a prior signature taken away",
        codes: ["verify.signature.named-key"],
        make: () => resealArchive((f) => without(f, PRIOR_SIGNATURE)),
    },
    {
        what: "a prior manifest taken away, so that the archive passes for a draft",
        codes: ["verify.bag-info.differs", "verify.layer.misplaced", "verify.signature.named-key"],
        make: () => resealArchive((f) => without(f, PRIOR)),
    },
    {
        what: "something else kept in prior/1",
        codes: ["verify.layer.misplaced"],
        make: () => resealArchive((f) => plus(f, "data/prior/1/note.txt", "x")),
    },
    {
        what: "a layer beyond the highest",
        codes: ["verify.layer.misplaced"],
        make: () => resealArchive((f) => plus(f, "data/layer-9/x", "x")),
    },
    {
        what: "a layer signed by the key of the one before",
        codes: ["verify.layer.same-key"],
        make: async () => {
            const named = editIndex(await archiveBytes(), INDEX_2, { signingKey: victim.fingerprint })
            return await reseal(named, victim)
        },
    },
    {
        what: "an officer's layer that calls itself a submission",
        codes: ["verify.index.kind"],
        make: () => resealArchive((f) => editIndex(f, INDEX_2, { kind: "submission" })),
    },
    {
        what: "a draft with a folder that is no layer's",
        codes: ["verify.layer.misplaced", "verify.index.silent"],
        make: () => resealDraft((f) => plus(f, "data/layer-1/x", "x")),
    },
    {
        what: "a draft with a folder for a later layer",
        codes: ["verify.layer.misplaced"],
        make: () => resealDraft((f) => plus(f, "data/layer-2/request.json", "{}")),
    },
    {
        what: "an unsigned draft under an officer's layer, changed",
        codes: ["verify.layer.replaced"],
        make: async () => {
            const packet = await inMemory(await archive(await draft(null)))
            return await reseal(
                edit(packet, E001, () => "B picture"),
                officer,
            )
        },
    },
]

export const cases: readonly Case[] = [...files, ...manifests, ...signatures, ...indexes, ...layers]
