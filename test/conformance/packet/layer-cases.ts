import { utf8 } from "../../../src/base/bytes.ts"
import { archive, draft, inMemory, officer, third, victim } from "../../packet/assemble/sample.ts"
import { litter } from "../../packet/litter.ts"
import { type Case, error, NOTES_OF_ARCHIVE, note, OF_ARCHIVE, OF_THREE, UNKNOWN, warning } from "./case.ts"
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
        zh: "民警那一层换掉报案人的文件",
        finds: [error("verify.layer.replaced", "data/evidence/E001.jpg"), ...OF_ARCHIVE],
        make: () => resealArchive((f) => edit(f, E001, () => "B picture")),
    },
    {
        name: "prior-tampered",
        proves: "a victim's list that was changed is found by its signature and by the files",
        zh: "改动报案人的清单，签名和文件都能对出来",
        finds: [
            error("verify.signature.bad", "data/prior/1/signature-1.sig"),
            error("verify.layer.replaced", "data/case.json"),
            ...NOTES_OF_ARCHIVE,
            UNKNOWN,
        ],
        make: () => resealArchive((f) => edit(f, PRIOR, (text) => text.replace(/^[0-9a-f]{4}/, "0000"))),
    },
    {
        name: "prior-and-file-tampered",
        proves: "file and list changed together are found by the list's signature",
        zh: "文件和清单一起改，清单的签名能对出来",
        finds: [error("verify.signature.bad", "data/prior/1/signature-1.sig"), ...NOTES_OF_ARCHIVE, UNKNOWN],
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
        zh: "材料包没有签名，换掉报案人的文件也能发现",
        finds: [error("verify.layer.replaced", "data/evidence/E001.jpg"), ...NOTES_OF_ARCHIVE, UNKNOWN],
        make: async () =>
            await reseal(
                edit(await inMemory(await archive(await draft(null))), E001, () => "B picture"),
                officer,
            ),
    },
    {
        name: "stations-file",
        proves: "the third party cannot replace a file of the second",
        zh: "第三方换掉第二层的文件",
        finds: [error("verify.layer.replaced", "data/layer-2/legal/L01.pdf"), ...OF_THREE],
        make: async () =>
            await reseal(
                edit(await threeLayers(), "data/layer-2/legal/L01.pdf", () => "%PDF-1.7 another paper"),
                third,
            ),
    },
    {
        name: "victims-file-gone",
        proves: "a victim's file taken away in the officer's layer is found",
        zh: "民警那一层拿走报案人的文件",
        finds: [error("verify.layer.missing", "data/evidence/E001.jpg"), ...OF_ARCHIVE],
        make: () => resealArchive((f) => without(f, E001)),
    },
    {
        name: "prior-signature-gone",
        proves: "the victim's signature cannot be taken away",
        zh: "拿走报案人的签名",
        finds: [error("verify.signature.named-key", "data/prior/1/signature-1.sig"), ...NOTES_OF_ARCHIVE, UNKNOWN],
        make: () => resealArchive((f) => without(f, PRIOR_SIGNATURE)),
    },
    {
        name: "layers-without-end",
        proves: "more layers than a packet has are told once, and none of them is judged",
        zh: "层数超过 50",
        finds: [error("verify.layer.many", "data/prior/50/manifest-sha256.txt")],
        make: () =>
            resealArchive((f) => {
                const list = new TextDecoder().decode(f.get(PRIOR))
                return Array.from({ length: 59 }, (_, i) => i + 2).reduce(
                    (files, n) => plus(files, `data/prior/${String(n)}/manifest-sha256.txt`, list),
                    f,
                )
            }),
    },
    {
        name: "prior-missing",
        proves: "an archive without the victim's list is broken, not merely shorter",
        zh: "留存包里没有报案人的清单，是损坏，不只是变短",
        finds: [
            error("verify.signature.named-key", "signature-1.sig"),
            error("verify.layer.misplaced", "data/layer-2/index.json"),
            error("verify.layer.misplaced", "data/layer-2/legal/L01.pdf"),
            error("verify.layer.misplaced", "data/layer-2/request.json"),
            error("verify.layer.misplaced", "data/layer-2/sent/01-Request-CASE-2026-001.pdf"),
            error("verify.layer.misplaced", "data/prior/1/signature-1.sig"),
            error("verify.bag-info.differs", "bag-info.txt"),
            UNKNOWN,
        ],
        make: () => resealArchive((f) => without(f, PRIOR)),
    },
    {
        name: "prior-missing-unsigned",
        proves: "the same without any signature",
        zh: "同上，各层都没有签名",
        finds: [
            error("verify.layer.misplaced", "data/layer-2/index.json"),
            error("verify.layer.misplaced", "data/layer-2/legal/L01.pdf"),
            error("verify.layer.misplaced", "data/layer-2/request.json"),
            error("verify.layer.misplaced", "data/layer-2/sent/01-Request-CASE-2026-001.pdf"),
            error("verify.bag-info.differs", "bag-info.txt"),
        ],
        make: async () => await reseal(without(await inMemory(await archive(await draft(null), null)), PRIOR), null),
    },
    {
        name: "middle-prior-missing",
        proves: "the list of a layer in the middle cannot be taken away",
        zh: "拿走中间一层的清单",
        finds: [
            error("verify.signature.named-key", "signature-1.sig"),
            error("verify.layer.misplaced", "data/layer-3/index.json"),
            error("verify.layer.misplaced", "data/layer-3/legal/L01.pdf"),
            error("verify.layer.misplaced", "data/layer-3/request.json"),
            error("verify.layer.misplaced", "data/layer-3/sent/01-Request-CASE-2026-001.pdf"),
            error("verify.layer.misplaced", "data/prior/2/signature-1.sig"),
            ...OF_ARCHIVE,
        ],
        make: async () => await reseal(without(await threeLayers(), "data/prior/2/manifest-sha256.txt"), third),
    },
    {
        name: "among-the-victims",
        proves: "an officer cannot add a file to the victim's",
        zh: "民警往报案人的文件里加文件",
        finds: [error("verify.layer.misplaced", "data/evidence/E002.jpg"), ...OF_ARCHIVE],
        make: () => resealArchive((f) => plus(f, "data/evidence/E002.jpg", "x")),
    },
    {
        name: "in-the-layer-before",
        proves: "the third party cannot add a file to the second's layer",
        zh: "第三方往第二层里加文件",
        finds: [error("verify.layer.misplaced", "data/layer-2/legal/L02.pdf"), ...OF_THREE],
        make: async () => await reseal(plus(await threeLayers(), "data/layer-2/legal/L02.pdf", "x"), third),
    },
    {
        name: "note-in-prior",
        proves: "prior/ keeps lists and signatures, nothing else",
        zh: "prior 文件夹里放了清单和签名以外的文件",
        finds: [error("verify.layer.misplaced", "data/prior/1/note.txt"), ...OF_ARCHIVE],
        make: () => resealArchive((f) => plus(f, "data/prior/1/note.txt", "x")),
    },
    {
        name: "beyond-the-highest",
        proves: "no folder belongs to a layer that is not there",
        zh: "有一个不存在的层的文件夹",
        finds: [error("verify.layer.misplaced", "data/layer-9/x"), ...OF_ARCHIVE],
        make: () => resealArchive((f) => plus(f, "data/layer-9/x", "x")),
    },
    {
        name: "later-layer-in-draft",
        proves: "a draft has no folder of a later layer",
        zh: "材料包里有后一层的文件夹",
        finds: [error("verify.layer.misplaced", "data/layer-2/request.json"), UNKNOWN],
        make: () => resealDraft((f) => plus(f, "data/layer-2/request.json", "{}")),
    },
    {
        name: "first-layer-folder",
        proves: "the first layer has no folder of its own",
        zh: "第一层不应有自己的文件夹",
        finds: [
            error("verify.index.silent", "data/layer-1/x"),
            error("verify.layer.misplaced", "data/layer-1/x"),
            UNKNOWN,
        ],
        make: () => resealDraft((f) => plus(f, "data/layer-1/x", "x")),
    },
    {
        name: "key-of-the-victim",
        proves: "one key is one party",
        zh: "报案人的密钥签了民警那一层：一把密钥只代表一方",
        finds: [error("verify.layer.same-key", "data/layer-2/index.json"), ...OF_ARCHIVE],
        make: async () =>
            await reseal(editIndex(await archiveBytes(), INDEX_2, { signingKey: victim.fingerprint }), victim),
    },
    {
        name: "second-signature-by-the-victim",
        proves: "a key of an earlier layer may not sign a later one as a further signer either",
        zh: "前一层的密钥也不得在后一层另行加签",
        finds: [
            error("verify.layer.same-key", "data/layer-2/index.json"),
            warning("verify.signature.unknown", "signature-2.sig"),
            ...OF_ARCHIVE,
        ],
        make: async () => {
            const files = await archiveBytes()
            const manifest = files.get("manifest-sha256.txt") ?? new Uint8Array(0)
            return new Map(files).set("signature-2.sig", utf8(await victim.sign(manifest)))
        },
    },
    {
        name: "key-of-the-victim-in-the-third-layer",
        proves: "a key of the first layer may not sign a layer further on either",
        zh: "第一层的密钥也不得签更后面的层",
        finds: [error("verify.layer.same-key", "data/layer-3/index.json"), ...OF_THREE],
        make: async () =>
            await reseal(
                editIndex(await threeLayers(), "data/layer-3/index.json", { signingKey: victim.fingerprint }),
                victim,
            ),
    },
    {
        name: "layer-claims-submission",
        proves: "an officer's layer is an archive",
        zh: "民警那一层自称对外发送件",
        finds: [error("verify.index.kind", "data/layer-2/index.json"), ...OF_ARCHIVE],
        make: () => resealArchive((f) => editIndex(f, INDEX_2, { kind: "submission" })),
    },
    {
        name: "another-request",
        proves: "a file that was not sent is named",
        zh: "给出的文件不是当时发出的那一个",
        verdict: "intact-signed-unknown",
        finds: [
            error("verify.sent.not-recorded", "01-Request-CASE-2026-001.pdf"),
            note("verify.sent.not-given", "01-Request-CASE-2026-001.pdf"),
            ...OF_ARCHIVE,
        ],
        make: archiveBytes,
        given: { sent: new Map([["01-Request-CASE-2026-001.pdf", utf8("%PDF-1.7 another request")]]) },
    },
    {
        name: "nothing-sent",
        proves: "a folder with a system's file alone was compared with nothing",
        zh: "给出的文件夹里只有系统文件：没有比对",
        verdict: "intact-signed-unknown",
        finds: [note("verify.folder.system-file", "desktop.ini"), error("verify.sent.nothing"), ...OF_ARCHIVE],
        make: archiveBytes,
        given: { sent: new Map([["desktop.ini", litter("desktop.ini")]]) },
    },
    {
        name: "unpacked-submission",
        proves: "of an unpacked packet the files that left are compared, and of its own notes it is said that they were not",
        zh: "给出解开的对外发送件：比对发出的文件，说明它自己的清单和说明没有比对",
        verdict: "intact-signed-unknown",
        finds: [
            warning("verify.sent.own-files"),
            note("verify.sent.same", "data/01-Request-CASE-2026-001.pdf"),
            ...OF_ARCHIVE,
        ],
        make: archiveBytes,
        given: {
            sent: new Map([
                ["data/01-Request-CASE-2026-001.pdf", utf8("%PDF-1.7 a request")],
                ["data/README-EN.txt", utf8("Reply to somebody else.")],
                ["data/index.json", utf8("{}")],
            ]),
        },
    },
    {
        name: "draft",
        proves: "a draft has no record of what was sent",
        zh: "材料包没有发送记录，无法比对",
        verdict: "intact-signed-unknown",
        finds: [error("verify.sent.no-record"), UNKNOWN],
        make: draftBytes,
        given: { sent: new Map([["01-Request-CASE-2026-001.pdf", utf8("%PDF-1.7 a request")]]) },
    },
]
