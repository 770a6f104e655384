import { utf8 } from "../../../src/base/bytes.ts"
import { printJson } from "../../../src/base/canonical-json.ts"
import { sha256Hex } from "../../../src/base/digest.ts"
import { planPacket } from "../../../src/packet/assemble/plan.ts"
import { checkCode } from "../../../src/packet/signature/check-code.ts"
import { archive, type Bytes, draft, inMemory, layerFile, officer } from "../../packet/assemble/sample.ts"
import { type Case, error, NOTES_OF_ARCHIVE, note, UNKNOWN, warning } from "./case.ts"

/** What the record of an answer claims, in archives whose lists, counts and signatures are all right. */

const RECORD = "data/layer-3/received.json"
const ANSWER = "time,ip\n2023-03-20 17:40:00,203.0.113.9\n"
const LETTER = "the records are attached\n"

const file = (label: string, name: string, content: string) => {
    const bytes = utf8(content)
    return { label, name, path: `received/${label}.txt`, sizeBytes: bytes.length, sha256: sha256Hex(bytes) }
}
const first = file("R01", "records.csv", ANSWER)
const second = file("R02", "letter.txt", LETTER)
const { path: _, ...third } = file("R03", "copy of records.csv", ANSWER)
const same = { ...third, sameAs: "R01" }

interface Answer {
    readonly files?: unknown
    readonly request?: object
    readonly ref?: string
    /** Text of the whole record in place of all that. */
    readonly text?: string
}

/** An archive of three layers: draft, request, and an answer with this record. */
export async function answered({ files = [first, second, same], request = {}, ref, text }: Answer): Promise<Bytes> {
    const before = await archive(await draft())
    const record = {
        format: "1.0",
        ref: ref ?? "CASE-2026-001",
        request: { no: 1, layer: 2, checkCode: before.checkCode, ...request },
        files,
    }
    const packet = await planPacket({
        kind: "archive",
        ref: "CASE-2026-001",
        top: "CASE-2026-001",
        createdAt: "2026-11-15T10:30:00+08:00",
        tool: "lerpack 0.1.0",
        files: [
            layerFile("received.json", text ?? printJson(record), "received-record"),
            layerFile("received/R01.txt", ANSWER, "received"),
            layerFile("received/R02.txt", LETTER, "received"),
        ],
        prior: before.files,
        signer: officer,
    })
    return await inMemory(packet)
}

const OF_ANSWER = [
    ...NOTES_OF_ARCHIVE,
    note("verify.layer.code", "data/prior/2/manifest-sha256.txt"),
    note("verify.layer.received", "data/layer-3/index.json"),
    UNKNOWN,
    warning("verify.signature.unknown", "data/prior/1/signature-1.sig"),
    warning("verify.signature.unknown", "data/prior/2/signature-1.sig"),
]
const stated = (value: string, agrees: boolean, algorithm = "SHA-256") => ({
    ...first,
    stated: { algorithm, value, agrees },
})
/** By `md5sum`, `sha1sum` and `sha512sum` of the answer. */
const BY = {
    MD5: "6905b7fad007a8458fa2044a7f8ce08c",
    "SHA-1": "417bcb297312c03611e177756998d3da4c6c4714",
    "SHA-512":
        "b110712673e427ae2897dfb50eeb1761d02bc22cce70fb18711cb781788567c523eabffb4d8e626c8d83e123c779548ee1aaeb63c3a41a5b5c8dedf028f19273",
}

export const receivedCases: readonly Case[] = [
    {
        name: "answer",
        proves: "an answer whose record says what is so is fine",
        zh: "答复登记表与文件都相符",
        verdict: "intact-signed-unknown",
        finds: OF_ANSWER,
        make: () => answered({ files: [stated(first.sha256, true), second, same] }),
    },
    {
        name: "answer-swapped",
        proves: "the file of an answer is the one that was registered, though every list agrees",
        zh: "换掉答复中的文件，清单、签名一起重做，答复登记表没有改",
        finds: [error("verify.received.differs", RECORD, "files", 0, "sha256"), ...OF_ANSWER],
        make: () => answered({ files: [{ ...first, sha256: sha256Hex(utf8("another")) }, second] }),
    },
    {
        name: "answer-other-size",
        proves: "a size that the record claims is the file's",
        zh: "答复登记表写的大小不是文件的",
        finds: [error("verify.received.differs", RECORD, "files", 1, "sizeBytes"), ...OF_ANSWER],
        make: () => answered({ files: [first, { ...second, sizeBytes: 1 }] }),
    },
    {
        name: "answer-agrees-falsely",
        proves: "that a hash of the provider agrees is compared, not believed",
        zh: "对方给出的校验值并不一致，登记表写成一致",
        finds: [error("verify.received.stated", RECORD, "files", 0, "stated"), ...OF_ANSWER],
        make: () => answered({ files: [stated("0".repeat(64), true), second] }),
    },
    {
        name: "answer-differs-falsely",
        proves: "nor is it believed that it does not agree",
        zh: "对方给出的校验值一致，登记表写成不一致",
        finds: [error("verify.received.stated", RECORD, "files", 0, "stated"), ...OF_ANSWER],
        make: () => answered({ files: [stated(first.sha256, false), second] }),
    },
    {
        name: "answer-stated-otherwise",
        proves: "hashes of the provider in other algorithms are compared too, of a copy by the file that it copies",
        zh: "对方给出 MD5、SHA-1、SHA-512，登记表写一致，确实一致",
        verdict: "intact-signed-unknown",
        finds: OF_ANSWER,
        make: () =>
            answered({
                files: [
                    {
                        ...stated(BY.MD5, true, "MD5"),
                        furtherStated: [
                            { algorithm: "SHA-1", value: BY["SHA-1"], agrees: true },
                            { algorithm: "MD5", value: "0".repeat(32), agrees: false },
                        ],
                    },
                    second,
                    { ...same, stated: { algorithm: "SHA-512", value: BY["SHA-512"], agrees: true } },
                ],
            }),
    },
    ...(["MD5", "SHA-1", "SHA-512"] as const).map(
        (algorithm): Case => ({
            name: `answer-${algorithm.toLowerCase()}-agrees-falsely`,
            proves: `that a ${algorithm} of the provider agrees is compared, not believed`,
            zh: `对方给出的 ${algorithm} 并不一致，登记表写成一致`,
            finds: [error("verify.received.stated", RECORD, "files", 0, "stated"), ...OF_ANSWER],
            make: () => answered({ files: [stated("0".repeat(BY[algorithm].length), true, algorithm), second] }),
        }),
    ),
    {
        name: "answer-further-differs-falsely",
        proves: "so is each of several hashes of one file, of a copy too",
        zh: "同一个文件的第二个校验值一致，登记表写成不一致",
        finds: [error("verify.received.stated", RECORD, "files", 2, "furtherStated", 0), ...OF_ANSWER],
        make: () =>
            answered({
                files: [
                    first,
                    second,
                    {
                        ...same,
                        stated: { algorithm: "SHA-256", value: first.sha256, agrees: true },
                        furtherStated: [{ algorithm: "MD5", value: BY.MD5, agrees: false }],
                    },
                ],
            }),
    },
    {
        name: "answer-other-algorithm",
        proves: "a hash that cannot be computed is told, and does not make the packet a broken one",
        zh: "对方给出的校验值用的是程序不能计算的算法",
        verdict: "intact-signed-unknown",
        finds: [warning("verify.received.algorithm", RECORD, "files", 0, "stated"), ...OF_ANSWER],
        make: () => answered({ files: [stated("0".repeat(64), true, "SM3"), second] }),
    },
    ...[
        { is: "null", entry: { stated: null }, place: ["stated"] },
        { is: "no-value", entry: { stated: { algorithm: "MD5", agrees: true } }, place: ["stated"] },
        { is: "no-list", entry: { furtherStated: { 0: stated(first.sha256, true).stated } }, place: ["furtherStated"] },
    ].map(
        ({ is, entry, place }): Case => ({
            name: `answer-stated-${is}`,
            proves: "what the provider stated is an algorithm and a value, or nothing is claimed of it",
            zh: "登记表中对方给出的校验值写法不对",
            finds: [error("verify.received.form", RECORD, "files", 0, ...place), ...OF_ANSWER],
            make: () => answered({ files: [{ ...first, ...entry }, second] }),
        }),
    ),
    {
        name: "answer-label-twice",
        proves: "a label is one file, so that its copies are copies of one",
        zh: "登记表里两个文件用同一个编号",
        finds: [error("verify.received.form", RECORD, "files", 1), ...OF_ANSWER],
        make: () => answered({ files: [first, { ...second, label: "R01" }] }),
    },
    {
        name: "answer-apart-and-here",
        proves: "what is said to be kept apart does not lie in the packet",
        zh: "登记表写另存，文件却在包里",
        finds: [error("verify.received.form", RECORD, "files", 0), ...OF_ANSWER],
        make: () => answered({ files: [{ ...first, apart: true }, second] }),
    },
    {
        name: "answer-copy-of-other-size",
        proves: "the size of a copy is that of what it copies",
        zh: "登记表写与另一个文件相同，大小却不同",
        finds: [error("verify.received.differs", RECORD, "files", 2, "sizeBytes"), ...OF_ANSWER],
        make: () => answered({ files: [first, second, { ...same, sizeBytes: 1 }] }),
    },
    {
        name: "answer-of-no-file",
        proves: "the record names no file that the packet lacks, unless it is kept apart",
        zh: "登记表列了包里没有的文件，又未注明另存",
        finds: [error("verify.received.no-file", RECORD, "files", 2), ...OF_ANSWER],
        make: () => answered({ files: [first, second, file("R03", "more.csv", "more\n")] }),
    },
    {
        name: "answer-apart",
        proves: "a file that is kept apart is told with its hash",
        zh: "太大的文件另存，登记表写明",
        verdict: "intact-signed-unknown",
        finds: [note("verify.received.apart", RECORD), ...OF_ANSWER],
        make: () => answered({ files: [first, second, { ...third, apart: true }] }),
    },
    {
        name: "answer-same-as-itself",
        proves: "what is the same as another file is the same as one that is there",
        zh: "登记表写与自己相同，包里没有这个文件",
        finds: [error("verify.received.no-file", RECORD, "files", 2), ...OF_ANSWER],
        make: () => answered({ files: [first, second, { ...third, sameAs: "R03" }] }),
    },
    {
        name: "answer-same-as-other",
        proves: "and has the same content",
        zh: "登记表写与另一个文件相同，内容并不相同",
        finds: [
            error("verify.received.differs", RECORD, "files", 2, "sha256"),
            error("verify.received.differs", RECORD, "files", 2, "sizeBytes"),
            ...OF_ANSWER,
        ],
        make: () => answered({ files: [first, second, { ...third, sameAs: "R02" }] }),
    },
    {
        name: "answer-file-not-recorded",
        proves: "no file is put among those of an answer",
        zh: "答复里多放一个登记表没有列的文件",
        finds: [error("verify.received.silent", "data/layer-3/received/R02.txt"), ...OF_ANSWER],
        make: () => answered({ files: [first] }),
    },
    {
        name: "answer-to-other-layer",
        proves: "the request that is said to be answered is that of the layer",
        zh: "登记表写的请求不在那一层",
        finds: [error("verify.received.request", RECORD, "request"), ...OF_ANSWER],
        make: () => answered({ request: { layer: 3 } }),
    },
    {
        name: "answer-to-other-request",
        proves: "and has its number",
        zh: "登记表写的请求次数与那一层不同",
        finds: [error("verify.received.request", RECORD, "request"), ...OF_ANSWER],
        make: () => answered({ request: { no: 2 } }),
    },
    {
        name: "answer-to-other-code",
        proves: "and its check code",
        zh: "登记表写的核对码不是那一层的",
        finds: [error("verify.received.request", RECORD, "request"), ...OF_ANSWER],
        make: () => answered({ request: { checkCode: checkCode(utf8("another list")) } }),
    },
    {
        name: "answer-other-reference",
        proves: "the record has the reference of its layer",
        zh: "登记表的材料编号与这一层不同",
        finds: [error("verify.ref.differs", RECORD), ...OF_ANSWER],
        make: () => answered({ ref: "OTHER-REF" }),
    },
    {
        name: "answer-item-null",
        proves: "an entry that claims nothing is held against no file",
        zh: "登记表有一项是 null",
        finds: [error("verify.received.form", RECORD, "files", 2), ...OF_ANSWER],
        make: () => answered({ files: [first, second, null] }),
    },
    {
        name: "answer-no-list",
        proves: "the files of an answer are a list",
        zh: "登记表的文件不是列表",
        finds: [error("verify.received.form", RECORD, "files"), ...OF_ANSWER],
        make: () => answered({ files: { 0: first, 1: second } }),
    },
    {
        name: "answer-record-twice",
        proves: "no two programs read two contents in the record of an answer",
        zh: "登记表里同一项写两次",
        finds: [error("verify.record.form", RECORD), error("verify.received.form", RECORD, "request"), ...OF_ANSWER],
        make: () =>
            answered({
                text: `{\n  "files": [],\n  "files": ${JSON.stringify([first, second])},\n  "ref": "CASE-2026-001"\n}\n`,
            }),
    },
]
