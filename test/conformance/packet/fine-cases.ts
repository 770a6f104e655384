import { utf8 } from "../../../src/base/bytes.ts"
import { sha256Hex } from "../../../src/base/digest.ts"
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
import { type Case, EVERYBODY, NOTES_OF_ARCHIVE, NOTES_OF_THREE, note, signerLine, UNKNOWN, warning } from "./case.ts"
import { record, recorded } from "./evidence-cases.ts"
import { answered } from "./received-cases.ts"
import { draftBytes, editIndex, plus, resealDraft } from "./tamper.ts"

/** Packets that hold: without a finding, and with one that the reader should look at. */

const inside = (folder: string, files: Bytes): Bytes =>
    new Map([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]))
const REQUEST = utf8("%PDF-1.7 a request")

export const validCases: readonly Case[] = [
    {
        name: "draft",
        proves: "a signed draft holds",
        zh: "有签名的材料包，完好",
        verdict: "intact-signed-known",
        finds: [],
        make: draftBytes,
        given: { signers: EVERYBODY },
    },
    {
        name: "draft-zip",
        proves: "its ZIP holds",
        zh: "装订者直接写出的 ZIP，完好",
        verdict: "intact-signed-known",
        finds: [],
        make: async () => await zipOf(await draft()),
        given: { signers: EVERYBODY },
    },
    {
        name: "draft-unsigned",
        proves: "a draft without a key holds",
        zh: "没有签名的材料包，完好",
        verdict: "intact-unsigned",
        finds: [],
        make: async () => await inMemory(await draft(null)),
    },
    {
        name: "draft-signed-twice",
        proves: "a second signature can be added",
        zh: "事后可以再加一个签名",
        verdict: "intact-signed-known",
        finds: [],
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
        zh: "留存包完整保留材料包",
        verdict: "intact-signed-known",
        finds: [...NOTES_OF_ARCHIVE],
        make: async () => await inMemory(await archive(await draft())),
        given: { signers: EVERYBODY },
    },
    {
        name: "three-layers",
        proves: "a further office adds its own layer",
        zh: "另一单位再加自己的一层",
        verdict: "intact-signed-known",
        finds: [...NOTES_OF_THREE],
        make: async () => await zipOf(await archive(await archive(await draft()), third)),
        given: { signers: EVERYBODY },
    },
    {
        name: "three-layers-unsigned",
        proves: "no layer needs a key",
        zh: "哪一层都可以没有签名",
        verdict: "intact-unsigned",
        finds: [...NOTES_OF_THREE],
        make: async () => await inMemory(await archive(await archive(await draft(null), null), null)),
    },
    {
        name: "submission",
        proves: "a submission holds, judged by one fingerprint",
        zh: "对外发送件，完好，只按一个指纹核对",
        verdict: "intact-signed-known",
        finds: [],
        make: async () => await zipOf(await submission()),
        given: { key: officer.fingerprint },
    },
    {
        name: "one-folder-too-deep",
        folder: "folder",
        proves: "unpacking programs may add a folder",
        zh: "解压程序可能多套一层文件夹",
        verdict: "intact-signed-known",
        finds: [note("verify.folder.nested", "CASE-2026-001")],
        make: async () => inside("CASE-2026-001", await draftBytes()),
        given: { signers: EVERYBODY },
    },
    {
        name: "system-files",
        folder: "folder",
        proves: "what Finder and Explorer leave behind is named and does no harm",
        zh: "访达和资源管理器留下的文件只列名，不影响结论",
        verdict: "intact-signed-known",
        finds: [
            note("verify.folder.system-file", ".DS_Store"),
            note("verify.folder.system-file", "CASE-2026-001/.DS_Store"),
            note("verify.folder.system-file", "CASE-2026-001/data/Thumbs.db"),
            note("verify.folder.system-file", "CASE-2026-001/data/evidence/desktop.ini"),
            note("verify.folder.system-file", "__MACOSX/CASE-2026-001/._bagit.txt"),
            note("verify.folder.nested", "CASE-2026-001"),
        ],
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
        zh: "电子数据清单属实，含一份遮盖副本和一个另盘移交的文件",
        verdict: "intact-signed-known",
        finds: [note("verify.evidence.separate", "data/evidence.json")],
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
        zh: "时间戳文件只列名，不核对",
        verdict: "intact-signed-known",
        finds: [note("verify.timestamp.unchecked", "signature-1.sig.tsr")],
        make: async () => plus(await draftBytes(), "signature-1.sig.tsr", "x"),
        given: { signers: EVERYBODY },
    },
    {
        name: "code-from-paper",
        proves: "the code is compared without blanks and case",
        zh: "比对核对码时不计空格和大小写",
        verdict: "intact-unsigned",
        finds: [note("verify.code.same")],
        make: async () => await inMemory(await draft(null)),
        given: {
            code: checkCode((await inMemory(await draft(null))).get("manifest-sha256.txt") ?? REQUEST)
                .toUpperCase()
                .replaceAll(" ", ""),
        },
    },
    {
        name: "sha256-of-a-file",
        proves: "the SHA-256 of one file is said to be that file's, and nothing of the rest",
        zh: "所给的是一个文件的 SHA-256，只说是哪个文件",
        verdict: "intact-unsigned",
        finds: [warning("verify.code.file", "data/case.json")],
        make: async () => await inMemory(await draft(null)),
        given: { code: sha256Hex((await inMemory(await draft(null))).get("data/case.json") ?? REQUEST) },
    },
    {
        name: "sent-file",
        proves: "a sent file is known by its content, whatever its name",
        zh: "发出的文件按内容认定，与文件名无关",
        verdict: "intact-signed-known",
        finds: [note("verify.sent.same", "renamed.pdf"), ...NOTES_OF_ARCHIVE],
        make: async () => await inMemory(await archive(await draft())),
        given: { signers: EVERYBODY, sent: new Map([["renamed.pdf", REQUEST]]) },
    },
    {
        name: "answer-layer",
        proves: "an answer that was received is a layer with a record",
        zh: "收到的答复作为一层，附登记记录",
        verdict: "intact-signed-known",
        finds: [
            note("verify.layer.code", "data/prior/1/manifest-sha256.txt"),
            note("verify.layer.code", "data/prior/2/manifest-sha256.txt"),
            note("verify.layer.set-aside", "data/layer-2/index.json"),
            note("verify.layer.received", "data/layer-3/index.json"),
        ],
        make: () => answered({}),
        given: { signers: EVERYBODY },
    },
    {
        name: "one-officer-two-layers",
        proves: "from the second layer on a key may sign several",
        zh: "从第二层起，同一把密钥可以签几层",
        verdict: "intact-signed-known",
        finds: [...NOTES_OF_THREE],
        make: async () => await inMemory(await archive(await archive(await draft(), officer), officer)),
        given: { signers: EVERYBODY },
    },
]

export const warningCases: readonly Case[] = [
    {
        name: "reference-of-the-unit",
        folder: "folder",
        proves: "a unit may give a reference of its own, which is pointed at",
        zh: "办案单位可以另编编号，须提示",
        verdict: "intact-signed-known",
        finds: [
            warning("verify.ref.layer", "data/layer-2/index.json"),
            note("verify.layer.code", "data/prior/1/manifest-sha256.txt"),
        ],
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
        zh: "没有人列名的密钥，不得视为可信",
        verdict: "intact-signed-unknown",
        finds: [UNKNOWN],
        make: draftBytes,
    },
    {
        name: "unknown-key-of-the-victim",
        proves: "the reader's list names the makers of the packet; an earlier layer's key only warns",
        zh: "名单只管最上面一层的制作人；前一层的密钥不在名单上，只提示",
        verdict: "intact-signed-known",
        finds: [warning("verify.signature.unknown", "data/prior/1/signature-1.sig"), ...NOTES_OF_ARCHIVE],
        make: async () => await inMemory(await archive(await draft())),
        given: { signers: signerLine(officerKey) },
    },
    {
        name: "expired-key-of-the-victim",
        proves: "an earlier layer's key outside its dates warns",
        zh: "前一层的密钥不在期限内，只提示",
        verdict: "intact-signed-known",
        finds: [warning("verify.signature.outside-validity", "data/prior/1/signature-1.sig"), ...NOTES_OF_ARCHIVE],
        make: async () => await inMemory(await archive(await draft())),
        given: { signers: signerLine(officerKey) + signerLine(victimKey, 'valid-before="20200101Z"') },
    },
    {
        name: "layer-before-its-prior",
        proves: "a layer dated before the one below is pointed at",
        zh: "后一层注明的时间早于前一层，须提示",
        verdict: "intact-signed-known",
        finds: [warning("verify.time.order", "data/layer-2/index.json", "createdAt"), ...NOTES_OF_ARCHIVE],
        make: async () => await inMemory(await archive(await draft(), officer, "2026-10-01T00:00:00Z")),
        given: { signers: EVERYBODY },
    },
    {
        name: "time-to-come",
        proves: "a stated time after the judge's clock is pointed at",
        zh: "注明的时间晚于核对时间，须提示",
        verdict: "intact-signed-known",
        finds: [warning("verify.time.future", "createdAt")],
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
        zh: "报案人纸质单上的核对码不能说明民警那一层",
        verdict: "intact-signed-known",
        finds: [warning("verify.code.earlier-layer"), ...NOTES_OF_ARCHIVE],
        make: async () => await inMemory(await archive(await draft())),
        given: {
            signers: EVERYBODY,
            code: checkCode((await draftBytes()).get("manifest-sha256.txt") ?? REQUEST),
        },
    },
]
