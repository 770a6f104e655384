import { utf8 } from "../../../src/base/bytes.ts"
import { archive, draft, inMemory, officer, third, victim } from "../../packet/assemble/sample.ts"
import type { Case } from "./case.ts"
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
    without,
} from "./tamper.ts"

/** Layers: a layer only adds, and the first is another party's than those that follow. */

const E001 = "data/evidence/E001.jpg"
const INDEX_2 = "data/layer-2/index.json"
const PRIOR = "data/prior/1/manifest-sha256.txt"
const PRIOR_SIGNATURE = "data/prior/1/signature-1.sig"
const threeLayers = async () => await inMemory(await archive(await archive(await draft()), third))

export const layerCases: readonly Case[] = [
    {
        name: "victims-file",
        proves: "a victim's file replaced in the officer's layer is found",
        codes: ["verify.layer.replaced"],
        make: () => resealArchive((f) => edit(f, E001, () => "B picture")),
    },
    {
        name: "prior-tampered",
        proves: "a victim's list that was changed is found by its signature and by the files",
        codes: ["verify.layer.replaced", "verify.signature.bad"],
        make: () => resealArchive((f) => edit(f, PRIOR, (text) => text.replace(/^[0-9a-f]{4}/, "0000"))),
    },
    {
        name: "prior-and-file-tampered",
        proves: "file and list changed together are found by the list's signature",
        codes: ["verify.signature.bad"],
        make: () =>
            resealArchive((f) => {
                const changed = edit(f, E001, () => "B picture")
                const first = [...new TextDecoder().decode(f.get(PRIOR)).matchAll(/ {2}(.*)\n/g)].map((m) => m[1])
                return new Map(changed).set(
                    PRIOR,
                    manifestOf(changed, (path) => first.includes(path)),
                )
            }),
    },
    {
        name: "unsigned-victims-file",
        proves: "a victim's file replaced is found also where the draft had no signature",
        codes: ["verify.layer.replaced"],
        make: async () =>
            await reseal(
                edit(await inMemory(await archive(await draft(null))), E001, () => "B picture"),
                officer,
            ),
    },
    {
        name: "stations-file",
        proves: "the third party cannot replace a file of the second",
        codes: ["verify.layer.replaced"],
        make: async () =>
            await reseal(
                edit(await threeLayers(), "data/layer-2/legal/L01.pdf", () => "%PDF-1.7 another paper"),
                third,
            ),
    },
    {
        name: "victims-file-gone",
        proves: "a victim's file taken away in the officer's layer is found",
        codes: ["verify.layer.missing"],
        make: () => resealArchive((f) => without(f, E001)),
    },
    {
        name: "prior-signature-gone",
        proves: "the victim's signature cannot be taken away",
        codes: ["verify.signature.named-key"],
        make: () => resealArchive((f) => without(f, PRIOR_SIGNATURE)),
    },
    {
        name: "prior-missing",
        proves: "an archive without the victim's list is broken, not merely shorter",
        codes: ["verify.layer.misplaced", "verify.signature.named-key", "verify.bag-info.differs"],
        make: () => resealArchive((f) => without(f, PRIOR)),
    },
    {
        name: "prior-missing-unsigned",
        proves: "the same without any signature",
        codes: ["verify.layer.misplaced", "verify.bag-info.differs"],
        make: async () => await reseal(without(await inMemory(await archive(await draft(null), null)), PRIOR), null),
    },
    {
        name: "middle-prior-missing",
        proves: "the list of a layer in the middle cannot be taken away",
        codes: ["verify.layer.misplaced", "verify.signature.named-key"],
        make: async () => await reseal(without(await threeLayers(), "data/prior/2/manifest-sha256.txt"), third),
    },
    {
        name: "among-the-victims",
        proves: "an officer cannot add a file to the victim's",
        codes: ["verify.layer.misplaced"],
        make: () => resealArchive((f) => plus(f, "data/evidence/E002.jpg", "x")),
    },
    {
        name: "in-the-layer-before",
        proves: "the third party cannot add a file to the second's layer",
        codes: ["verify.layer.misplaced"],
        make: async () => await reseal(plus(await threeLayers(), "data/layer-2/legal/L02.pdf", "x"), third),
    },
    {
        name: "note-in-prior",
        proves: "prior/ keeps lists and signatures, nothing else",
        codes: ["verify.layer.misplaced"],
        make: () => resealArchive((f) => plus(f, "data/prior/1/note.txt", "x")),
    },
    {
        name: "beyond-the-highest",
        proves: "no folder belongs to a layer that is not there",
        codes: ["verify.layer.misplaced"],
        make: () => resealArchive((f) => plus(f, "data/layer-9/x", "x")),
    },
    {
        name: "later-layer-in-draft",
        proves: "a draft has no folder of a later layer",
        codes: ["verify.layer.misplaced"],
        make: () => resealDraft((f) => plus(f, "data/layer-2/request.json", "{}")),
    },
    {
        name: "first-layer-folder",
        proves: "the first layer has no folder of its own",
        codes: ["verify.layer.misplaced", "verify.index.silent"],
        make: () => resealDraft((f) => plus(f, "data/layer-1/x", "x")),
    },
    {
        name: "key-of-the-victim",
        proves: "one key is one party",
        codes: ["verify.layer.same-key"],
        make: async () =>
            await reseal(editIndex(await archiveBytes(), INDEX_2, { signingKey: victim.fingerprint }), victim),
    },
    {
        name: "second-signature-by-the-victim",
        proves: "a key of an earlier layer may not sign a later one as a further signer either",
        codes: ["verify.layer.same-key"],
        make: async () => {
            const files = await archiveBytes()
            const manifest = files.get("manifest-sha256.txt") ?? new Uint8Array(0)
            return new Map(files).set("signature-2.sig", utf8(await victim.sign(manifest)))
        },
    },
    {
        name: "key-of-the-victim-in-the-third-layer",
        proves: "a key of the first layer may not sign a layer further on either",
        codes: ["verify.layer.same-key"],
        make: async () =>
            await reseal(
                editIndex(await threeLayers(), "data/layer-3/index.json", { signingKey: victim.fingerprint }),
                victim,
            ),
    },
    {
        name: "layer-claims-submission",
        proves: "an officer's layer is an archive",
        codes: ["verify.index.kind"],
        make: () => resealArchive((f) => editIndex(f, INDEX_2, { kind: "submission" })),
    },
    {
        name: "another-request",
        proves: "a file that was not sent is named",
        codes: ["verify.sent.not-recorded"],
        make: archiveBytes,
        given: { sent: new Map([["01-Request-CASE-2026-001.pdf", utf8("%PDF-1.7 another request")]]) },
    },
    {
        name: "draft",
        proves: "a draft has no record of what was sent",
        codes: ["verify.sent.no-record"],
        make: draftBytes,
        given: { sent: new Map([["01-Request-CASE-2026-001.pdf", utf8("%PDF-1.7 a request")]]) },
    },
]
