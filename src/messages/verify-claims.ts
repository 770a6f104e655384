import type { VerifyIssues } from "../base/issues/verify.ts"
import type { Words } from "../base/lang.ts"
import type { Messages } from "./message.ts"
import { ASK_AGAIN } from "./packet.ts"

/** What the records in a packet claim of its files and of its reference. */

type Claim = Extract<keyof VerifyIssues, `verify.${"evidence" | "received" | "ref" | "record"}.${string}`>

/** Of an answer the office that registered it is asked, not whoever handed over the draft. */
const MAKER: Words = {
    "zh-CN": "请登记答复的单位说明，或者重新提供留存包",
    en: "ask the office that registered the answer, or for the archive again",
}

export const claimTexts: Messages<Claim> = {
    "verify.evidence.differs": ({ label, file, field, claimed, actual }) => {
        const isHash = field === "sha256"
        return {
            "zh-CN": {
                message: `${label} 的${isHash ? "校验值（SHA-256）" : "大小（字节）"}，电子数据清单记为 ${claimed}，文件 ${file} 实为 ${actual}`,
                hint: ASK_AGAIN["zh-CN"],
            },
            en: {
                message: `${label}: the record of the evidence gives ${isHash ? "SHA-256" : "the size"} ${claimed}, the file ${file} has ${actual}`,
                hint: ASK_AGAIN.en,
            },
        }
    },
    "verify.evidence.form": () => ({
        "zh-CN": { message: "电子数据清单的这一项缺少或写法不对，无法与文件核对", hint: ASK_AGAIN["zh-CN"] },
        en: {
            message: "this part of the record of the evidence is missing or malformed, so it was held against no file",
            hint: ASK_AGAIN.en,
        },
    }),
    "verify.evidence.unknown": () => ({
        "zh-CN": {
            message: "电子数据清单有本程序不认识的一项，没有核对",
            hint: "可能由较新版本的程序写入，请用新版本再核对；不是的，请提供人说明",
        },
        en: {
            message: "the record of the evidence has a member that this program does not know; it was not checked",
            hint: "a later version may have written it: verify with that one; if not, ask the provider",
        },
    }),
    "verify.evidence.no-file": ({ label, file }) => ({
        "zh-CN": {
            message: `电子数据清单列有 ${label}（${file}），也没有注明另盘移交，但材料包内没有这个文件`,
            hint: ASK_AGAIN["zh-CN"],
        },
        en: {
            message: `the record of the evidence has ${label} (${file}), not as handed over separately, and the packet holds no such file`,
            hint: ASK_AGAIN.en,
        },
    }),
    "verify.evidence.separate": ({ label, file, size, sha256 }) => ({
        "zh-CN": {
            message: `${label}（${file}）另盘移交，不在包内：${String(size)} 字节，SHA-256 ${sha256}`,
            hint: "请用另盘上的文件算出 SHA-256，与此比较",
        },
        en: {
            message: `${label} (${file}) is handed over on a disc of its own and not in the packet: ${String(size)} bytes, SHA-256 ${sha256}`,
            hint: "compare with the SHA-256 of the file on that disc",
        },
    }),
    "verify.received.form": () => ({
        "zh-CN": { message: "答复登记表的这一项缺少或写法不对，无法与文件核对", hint: MAKER["zh-CN"] },
        en: {
            message: "this part of the record of the answer is missing or malformed, so it was held against no file",
            hint: MAKER.en,
        },
    }),
    "verify.received.differs": ({ label, file, field, claimed, actual }) => {
        const isHash = field === "sha256"
        return {
            "zh-CN": {
                message: `${label} 的${isHash ? "校验值（SHA-256）" : "大小（字节）"}，答复登记表记为 ${claimed}，文件 ${file} 实为 ${actual}`,
                hint: MAKER["zh-CN"],
            },
            en: {
                message: `${label}: the record of the answer gives ${isHash ? "SHA-256" : "the size"} ${claimed}, the file ${file} has ${actual}`,
                hint: MAKER.en,
            },
        }
    },
    "verify.received.no-file": ({ label, file }) => ({
        "zh-CN": {
            message: `答复登记表列有 ${label}（${file}），也没有注明另行保存，但包内没有这个文件`,
            hint: MAKER["zh-CN"],
        },
        en: {
            message: `the record of the answer has ${label} (${file}), not as kept apart, and the packet holds no such file`,
            hint: MAKER.en,
        },
    }),
    "verify.received.silent": () => ({
        "zh-CN": { message: "这个文件放在收到的答复里，答复登记表没有列它", hint: MAKER["zh-CN"] },
        en: { message: "this file lies among those of the answer, and the record does not list it", hint: MAKER.en },
    }),
    "verify.received.apart": ({ label, file, size, sha256 }) => ({
        "zh-CN": {
            message: `${label}（${file}）另行保存，不在包内：${String(size)} 字节，SHA-256 ${sha256}`,
            hint: "请用另存的文件算出 SHA-256，与此比较",
        },
        en: {
            message: `${label} (${file}) is kept apart and not in the packet: ${String(size)} bytes, SHA-256 ${sha256}`,
            hint: "compare with the SHA-256 of the file that was kept",
        },
    }),
    "verify.received.stated": ({ label, algorithm, stated, found }) => ({
        "zh-CN": {
            message: `${label}：答复登记表所写“与对方给出的校验值是否一致”不对：对方给出的 ${algorithm} 是 ${stated}，文件是 ${found}`,
            hint: MAKER["zh-CN"],
        },
        en: {
            message: `${label}: what the record says of the provider's ${algorithm} is not so: stated ${stated}, the file has ${found}`,
            hint: MAKER.en,
        },
    }),
    "verify.received.algorithm": ({ label, algorithm, stated }) => ({
        "zh-CN": {
            message: `${label}：答复登记表写有对方给出的 ${algorithm} 校验值 ${stated}，本程序不能计算，是否一致没有比对`,
            hint: "能比对的是 MD5、SHA-1、SHA-256、SHA-512；请用能计算它的程序核对，或者用新版本的程序",
        },
        en: {
            message: `${label}: the record has a ${algorithm} value of the provider, ${stated}, which was not compared`,
            hint: "MD5, SHA-1, SHA-256 and SHA-512 can be compared; use a program that knows this one, or a newer version",
        },
    }),
    "verify.received.request": ({ no, layer, code }) => ({
        "zh-CN": {
            message: `答复登记表写的是答复第 ${String(no)} 次请求（第 ${String(layer)} 层，核对码 ${code}），留存包里那一层不是这样`,
            hint: MAKER["zh-CN"],
        },
        en: {
            message: `the record of the answer names request ${String(no)} (layer ${String(layer)}, check code ${code}); that layer of the archive is another`,
            hint: MAKER.en,
        },
    }),
    "verify.ref.differs": ({ found, expected }) => ({
        "zh-CN": {
            message: `这里的材料编号是 ${found}，包内索引写的是 ${expected}；同一个包只能有一个编号`,
            hint: ASK_AGAIN["zh-CN"],
        },
        en: {
            message: `the reference here is ${found}, in the packet's index ${expected}; a packet has one reference`,
            hint: ASK_AGAIN.en,
        },
    }),
    "verify.ref.folder": ({ found, expected }) => ({
        "zh-CN": {
            message: `ZIP 里的文件夹名为 ${found}，按包内索引应为 ${expected} 一类的名称`,
            hint: ASK_AGAIN["zh-CN"],
        },
        en: {
            message: `the folder in the ZIP is called ${found}; by the packet's index it has a name like ${expected}`,
            hint: ASK_AGAIN.en,
        },
    }),
    "verify.ref.layer": ({ layer, found, expected }) => ({
        "zh-CN": {
            message: `第 ${String(layer)} 层的材料编号是 ${found}，第 1 层是 ${expected}`,
            hint: "办案单位可以另编编号；不清楚的，请向制作这一层的单位核对",
        },
        en: {
            message: `layer ${String(layer)} has the reference ${found}, layer 1 has ${expected}`,
            hint: "a unit may give a reference of its own; where that is unclear, ask the unit that made the layer",
        },
    }),
    "verify.record.form": () => ({
        "zh-CN": { message: "写法不是规定的那一种，不同的程序可能读出不同的内容", hint: ASK_AGAIN["zh-CN"] },
        en: {
            message: "it is not written in the one form it must have; two programs may read two contents in it",
            hint: ASK_AGAIN.en,
        },
    }),
}
