import { utf8 } from "../../../src/base/bytes.ts"
import { planPacket } from "../../../src/packet/assemble/plan.ts"
import { checkCode } from "../../../src/packet/signature/check-code.ts"
import {
    archive,
    type Bytes,
    draft,
    inMemory,
    layerFile,
    officer,
    officerKey,
    submission,
    third,
    victimKey,
    zipOf,
} from "../../packet/assemble/sample.ts"
import { litter } from "../../packet/litter.ts"
import { type Case, EVERYBODY, signerLine } from "./case.ts"
import { record, recorded } from "./evidence-cases.ts"
import { draftBytes, editIndex, plus, resealDraft } from "./tamper.ts"

/** Packets that hold: without a finding, and with one that the reader should look at. */

const inside = (folder: string, files: Bytes): Bytes =>
    new Map([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]))
const REQUEST = utf8("%PDF-1.7 a request")

export const validCases: readonly Case[] = [
    { name: "draft", proves: "a signed draft holds", codes: [], make: draftBytes, given: { signers: EVERYBODY } },
    {
        name: "draft-zip",
        proves: "its ZIP holds",
        codes: [],
        make: async () => await zipOf(await draft()),
        given: { signers: EVERYBODY },
    },
    {
        name: "draft-unsigned",
        proves: "a draft without a key holds",
        codes: [],
        make: async () => await inMemory(await draft(null)),
    },
    {
        name: "draft-signed-twice",
        proves: "a second signature can be added",
        codes: [],
        make: async () => {
            const files = await draftBytes()
            const manifest = files.get("manifest-sha256.txt") ?? new Uint8Array(0)
            return plus(files, "signature-2.sig", await third.sign(manifest))
        },
        given: { signers: EVERYBODY },
    },
    {
        name: "archive",
        proves: "an archive keeps the draft",
        codes: [],
        make: async () => await inMemory(await archive(await draft())),
        given: { signers: EVERYBODY },
    },
    {
        name: "three-layers",
        proves: "a further office adds its own layer",
        codes: [],
        make: async () => await zipOf(await archive(await archive(await draft()), third)),
        given: { signers: EVERYBODY },
    },
    {
        name: "three-layers-unsigned",
        proves: "no layer needs a key",
        codes: [],
        make: async () => await inMemory(await archive(await archive(await draft(null), null), null)),
    },
    {
        name: "submission",
        proves: "a submission holds, judged by one fingerprint",
        codes: [],
        make: async () => await zipOf(await submission()),
        given: { key: officer.fingerprint },
    },
    {
        name: "one-folder-too-deep",
        proves: "unpacking programs may add a folder",
        codes: [],
        make: async () => inside("CASE-2026-001", await draftBytes()),
        given: { signers: EVERYBODY },
    },
    {
        name: "system-files",
        proves: "what Finder and Explorer leave behind is named and does no harm",
        codes: [],
        make: async () => {
            let files = inside("CASE-2026-001", await draftBytes())
            for (const path of [
                ".DS_Store",
                "CASE-2026-001/.DS_Store",
                "CASE-2026-001/data/Thumbs.db",
                "CASE-2026-001/data/evidence/desktop.ini",
                "__MACOSX/CASE-2026-001/._bagit.txt",
            ])
                files = new Map([...files, [path, litter(path)]])
            return files
        },
        given: { signers: EVERYBODY },
    },
    {
        name: "evidence-record",
        proves: "a record of the evidence that is true, with a masked copy and a file on a disc of its own",
        codes: [],
        make: async () =>
            await recorded([
                { ...record("E001", "a picture"), masked: record("E001-m", "a masked picture").entry },
                { ...record("E002", "a film"), handedOver: "separately" },
            ]),
        given: { signers: EVERYBODY },
    },
    {
        name: "time-stamp-token",
        proves: "a token is named and not checked",
        codes: [],
        make: async () => plus(await draftBytes(), "signature-1.sig.tsr", "x"),
        given: { signers: EVERYBODY },
    },
    {
        name: "code-from-paper",
        proves: "the code is compared without blanks and case",
        codes: [],
        make: async () => await inMemory(await draft(null)),
        given: {
            code: checkCode((await inMemory(await draft(null))).get("manifest-sha256.txt") ?? REQUEST)
                .toUpperCase()
                .replaceAll(" ", ""),
        },
    },
    {
        name: "sent-file",
        proves: "a sent file is known by its content, whatever its name",
        codes: [],
        make: async () => await inMemory(await archive(await draft())),
        given: { signers: EVERYBODY, sent: new Map([["renamed.pdf", REQUEST]]) },
    },
    {
        name: "one-officer-two-layers",
        proves: "from the second layer on a key may sign several",
        codes: [],
        make: async () => await inMemory(await archive(await archive(await draft(), officer), officer)),
        given: { signers: EVERYBODY },
    },
]

export const warningCases: readonly Case[] = [
    {
        name: "reference-of-the-unit",
        proves: "a unit may give a reference of its own, which is pointed at",
        codes: ["verify.ref.layer"],
        make: async () =>
            await inMemory(
                await planPacket({
                    kind: "archive",
                    ref: "CASE-2026-002",
                    top: "CASE-2026-001",
                    createdAt: "2026-11-10T10:30:00+08:00",
                    tool: "lerpack 0.1.0",
                    files: [layerFile("request.json", "{}\n", "request")],
                    prior: (await draft()).files,
                    signer: officer,
                }),
            ),
        given: { signers: EVERYBODY },
    },
    {
        name: "unknown-key",
        proves: "a key that nobody named is never trusted",
        codes: ["verify.signature.unknown"],
        make: draftBytes,
    },
    {
        name: "unknown-key-of-the-victim",
        proves: "the reader's list names the makers of the packet; an earlier layer's key only warns",
        codes: ["verify.signature.unknown"],
        make: async () => await inMemory(await archive(await draft())),
        given: { signers: signerLine(officerKey) },
    },
    {
        name: "expired-key-of-the-victim",
        proves: "an earlier layer's key outside its dates warns",
        codes: ["verify.signature.outside-validity"],
        make: async () => await inMemory(await archive(await draft())),
        given: { signers: signerLine(officerKey) + signerLine(victimKey, 'valid-before="20200101Z"') },
    },
    {
        name: "layer-before-its-prior",
        proves: "a layer dated before the one below is pointed at",
        codes: ["verify.time.order"],
        make: async () => await inMemory(await archive(await draft(), officer, "2026-10-01T00:00:00Z")),
        given: { signers: EVERYBODY },
    },
    {
        name: "time-to-come",
        proves: "a stated time after the judge's clock is pointed at",
        codes: ["verify.time.future"],
        make: () =>
            resealDraft((files) => {
                const later = editIndex(files, "data/index.json", { createdAt: "2099-01-01T00:00:00Z" })
                const info = new TextDecoder().decode(later.get("bag-info.txt")).replace("2026-11-01", "2099-01-01")
                return plus(later, "bag-info.txt", info)
            }),
        given: { signers: EVERYBODY },
    },
    {
        name: "code-of-the-victim",
        proves: "the code of the victim's paper says nothing of the officer's layer",
        codes: ["verify.code.earlier-layer"],
        make: async () => await inMemory(await archive(await draft())),
        given: {
            signers: EVERYBODY,
            code: checkCode((await draftBytes()).get("manifest-sha256.txt") ?? REQUEST),
        },
    },
]
