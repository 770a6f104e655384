import type { SignatureFault, VerifyIssues } from "../base/issues/verify.ts"
import type { Words } from "../base/lang.ts"
import { factNamed } from "./fact-names.ts"
import { type Messages, wordsOf } from "./message.ts"
import { ASK_AGAIN } from "./packet.ts"
import { clockTime } from "./verdict-facts.ts"
import { claimTexts } from "./verify-claims.ts"
import { codeTexts } from "./verify-code.ts"
import { sentTexts } from "./verify-sent.ts"

const SIGNATURE_FAULTS: Readonly<Record<SignatureFault, Words>> = {
    armour: {
        "zh-CN": "签名文件的文本格式不对（例如换行符被改过、前后多了内容）",
        en: "the signature file's text form is wrong (changed line ends, or text around it)",
    },
    encoding: { "zh-CN": "签名文件的内容不完整或格式不对", en: "the signature file is incomplete or malformed" },
    namespace: { "zh-CN": "这个签名不是为材料包作的", en: "this signature was not made for a packet" },
    hash: { "zh-CN": "签名所用的摘要算法不是 SHA-512", en: "the signature's hash algorithm is not SHA-512" },
    key: { "zh-CN": "不支持这种密钥，无法核对", en: "this type of key is not supported, so it was not checked" },
    algorithm: {
        "zh-CN": "不支持这种签名算法，无法核对",
        en: "this signature algorithm is not supported, so it was not checked",
    },
    bad: {
        "zh-CN": "签名与清单不符：清单或签名被改动过，或者签名属于另一份材料",
        en: "the signature does not fit the list: one of them was changed, or it belongs to another packet",
    },
}

/** What may be good by other tools and is not judged here: another signature helps, another copy of the packet does not. */
const SIGN_ANEW: Words = {
    "zh-CN":
        "再要一份包没有用，请签名人改用 Ed25519、ECDSA 或者 2048 位以上的 RSA 密钥，用 lerpack 或者 ssh-keygen -Y sign -n lerpack-manifest（SHA-512）签名；文件有没有变，看“文件”“清单”两行",
    en: "another copy does not help: ask the signer to sign with an Ed25519, ECDSA or RSA key (2048 bits and more), by lerpack or ssh-keygen -Y sign -n lerpack-manifest (SHA-512); whether the files changed is told by the lines Files and List",
}
const UNJUDGED: readonly SignatureFault[] = ["namespace", "hash", "key", "algorithm"]
const signatureHint = (fault: SignatureFault): Words => (UNJUDGED.includes(fault) ? SIGN_ANEW : ASK_AGAIN)

/** Kinds of packets in the words of the documents. */
const KINDS: Readonly<Record<string, Words>> = {
    draft: { "zh-CN": "材料包", en: "draft" },
    archive: { "zh-CN": "留存包", en: "archive" },
    submission: { "zh-CN": "对外发送件", en: "submission" },
}

/** As the five lines have them. */
const beijing = (time: string): string => clockTime(time, 8)
const utc = (time: string): string => clockTime(time, 0)

export const verifyIssues: Messages<keyof VerifyIssues> = {
    "verify.packet.elsewhere": ({ where }) => {
        if (where === "..")
            return {
                "zh-CN": {
                    message: "这是材料包里的 data 文件夹，材料包在它的上一层",
                    hint: "请指定上一层文件夹再核对",
                },
                en: {
                    message: "this is the data folder of a packet; the packet is the folder above",
                    hint: "name the folder above and verify again",
                },
            }
        if (where.endsWith(".zip"))
            return {
                "zh-CN": {
                    message: "材料包是里面的这个 ZIP 文件，外面的一整份不是，没有核对",
                    hint: `请只核对“${where}”；外面也是 ZIP 的，先把外面的解压`,
                },
                en: {
                    message: "the packet is this ZIP, not the whole in which it lies; nothing was verified",
                    hint: `verify "${where}" alone; where it lies in another ZIP, unpack that one first`,
                },
            }
        return {
            "zh-CN": {
                message: "材料包在这个文件夹里，旁边还有别的文件，没有核对",
                hint: `请指定文件夹“${where}”再核对`,
            },
            en: {
                message: "the packet is in this folder, with other files beside it; nothing was verified",
                hint: `name the folder "${where}" and verify again`,
            },
        }
    },
    "verify.packet.none": () => ({
        "zh-CN": {
            message: "这里没有材料包：找不到 manifest-sha256.txt",
            hint: "请指定材料包的 ZIP 文件，或解压后含有 manifest-sha256.txt 的文件夹；手里只有其中一个文件的，算出它的 SHA-256，在材料包的 manifest-sha256.txt 里查找",
        },
        en: {
            message: "no packet here: manifest-sha256.txt is not found",
            hint: "name the packet's ZIP, or the unpacked folder that holds manifest-sha256.txt; of a single file of it, look for its SHA-256 in the packet's manifest-sha256.txt",
        },
    }),
    "verify.packet.algorithm": () => ({
        "zh-CN": { message: "这份清单用的不是 SHA-256，本程序不支持，没有核对", hint: "请用制作它的程序核对" },
        en: {
            message: "this list does not use SHA-256; it is not supported and was not checked",
            hint: "check it with the program that made it",
        },
    }),
    "verify.folder.system-file": () => ({
        "zh-CN": { message: "系统自动生成的文件，不属于材料包，未计入" },
        en: { message: "made by the system, not part of the packet, not counted" },
    }),
    "verify.folder.nested": () => ({
        "zh-CN": { message: "材料包在下一层文件夹里，已按那一层核对" },
        en: { message: "the packet lies one folder deeper; that folder was verified" },
    }),
    "verify.folder.irregular": () => ({
        "zh-CN": { message: "是链接或特殊文件，材料包里没有这种文件，未读取", hint: "请从原 ZIP 重新解压" },
        en: {
            message: "a link or special file, which no packet has; it was not read",
            hint: "unpack the original ZIP again",
        },
    }),
    "verify.file.large": ({ most, actual }) => ({
        "zh-CN": {
            message: `文件有 ${String(actual)} 字节，这种文件最多 ${String(most)} 字节：不是制作时的内容，没有读取`,
            hint: ASK_AGAIN["zh-CN"],
        },
        en: {
            message: `the file has ${String(actual)} bytes, such a file has at most ${String(most)}: it is not what was made, and was not read`,
            hint: ASK_AGAIN.en,
        },
    }),
    "verify.file.larger": ({ claimed, actual }) => ({
        "zh-CN": {
            message: `文件有 ${String(actual)} 字节，索引记的是 ${String(claimed)} 字节：不是清单所列的内容，没有读取`,
            hint: ASK_AGAIN["zh-CN"],
        },
        en: {
            message: `the file has ${String(actual)} bytes, its index says ${String(claimed)}: it is not what was listed, and was not read`,
            hint: ASK_AGAIN.en,
        },
    }),
    "verify.file.changed": ({ list }) => ({
        "zh-CN": { message: `内容与 ${list} 所列的校验值不一致`, hint: ASK_AGAIN["zh-CN"] },
        en: { message: `the content does not fit the hash in ${list}`, hint: ASK_AGAIN.en },
    }),
    "verify.list.missing": () => ({
        "zh-CN": { message: "应有这个文件，现在没有", hint: ASK_AGAIN["zh-CN"] },
        en: { message: "this file should be here and is not", hint: ASK_AGAIN.en },
    }),
    "verify.list.extra": () => ({
        "zh-CN": { message: "清单上没有这个文件", hint: "请从原 ZIP 重新解压后再核对；仍有此文件的，请提供人说明" },
        en: {
            message: "this file is not on the list",
            hint: "unpack the original ZIP again; if the file is still there, ask the provider",
        },
    }),
    "verify.tag.bagit": () => ({
        "zh-CN": { message: "内容不是规定的两行", hint: ASK_AGAIN["zh-CN"] },
        en: { message: "the content is not the two lines it must be", hint: ASK_AGAIN.en },
    }),
    "verify.tag.list": () => ({
        "zh-CN": {
            message: "应当恰好列出 bag-info.txt、bagit.txt、manifest-sha256.txt 三个文件",
            hint: ASK_AGAIN["zh-CN"],
        },
        en: {
            message: "it must list bag-info.txt, bagit.txt and manifest-sha256.txt and nothing else",
            hint: ASK_AGAIN.en,
        },
    }),
    "verify.bag-info.differs": ({ label }) => ({
        "zh-CN": { message: `${label} 与包内文件或索引所写的不一致`, hint: ASK_AGAIN["zh-CN"] },
        en: { message: `${label} differs from the files or the index`, hint: ASK_AGAIN.en },
    }),
    "verify.index.missing": () => ({
        "zh-CN": { message: "没有这一层的索引，或者索引过大", hint: ASK_AGAIN["zh-CN"] },
        en: { message: "this layer's index is missing or too large", hint: ASK_AGAIN.en },
    }),
    "verify.index.json": () => ({
        "zh-CN": { message: "索引不是 JSON 对象", hint: ASK_AGAIN["zh-CN"] },
        en: { message: "the index is not a JSON object", hint: ASK_AGAIN.en },
    }),
    "verify.index.format": () => ({
        "zh-CN": { message: "格式版本不是 1.0，本程序没有核对", hint: "请用较新版本的程序核对" },
        en: {
            message: "the format version is not 1.0; nothing was judged",
            hint: "use a newer version of the program",
        },
    }),
    "verify.index.field": () => ({
        "zh-CN": { message: "索引的这一项缺少、多余或写法不对", hint: ASK_AGAIN["zh-CN"] },
        en: { message: "this member of the index is missing, superfluous or malformed", hint: ASK_AGAIN.en },
    }),
    "verify.index.not-canonical": () => ({
        "zh-CN": {
            message: "索引不是规范写法（例如同一项写了两次），不同程序可能读出不同内容",
            hint: ASK_AGAIN["zh-CN"],
        },
        en: {
            message: "the index is not in canonical form (a member given twice?); programs could read it differently",
            hint: ASK_AGAIN.en,
        },
    }),
    "verify.index.kind": ({ kind, layer }) => ({
        "zh-CN": {
            message: `索引写明第 ${String(layer)} 层是${wordsOf(KINDS, kind)["zh-CN"]}，这一层不能是`,
            hint: ASK_AGAIN["zh-CN"],
        },
        en: { message: `layer ${String(layer)} cannot be of the kind ${wordsOf(KINDS, kind).en}`, hint: ASK_AGAIN.en },
    }),
    "verify.index.content": ({ kind }) => ({
        "zh-CN": {
            message: `索引写明是${wordsOf(KINDS, kind)["zh-CN"]}，但包内的文件不是${wordsOf(KINDS, kind)["zh-CN"]}应有的文件`,
            hint: "不要按索引所写的性质使用；请提供人说明并重新提供",
        },
        en: {
            message: `the index says ${wordsOf(KINDS, kind).en}, but the files are not those of a ${wordsOf(KINDS, kind).en}`,
            hint: "do not use it as what it says it is; ask the provider",
        },
    }),
    "verify.index.unlisted": () => ({
        "zh-CN": { message: "索引写了这个文件，但它不是清单中这一层的文件", hint: ASK_AGAIN["zh-CN"] },
        en: { message: "the index names this file, but the list has none such in this layer", hint: ASK_AGAIN.en },
    }),
    "verify.index.silent": () => ({
        "zh-CN": { message: "清单中有这个文件，索引没有写", hint: ASK_AGAIN["zh-CN"] },
        en: { message: "the list has this file, the index does not name it", hint: ASK_AGAIN.en },
    }),
    "verify.index.size": ({ claimed, actual }) => ({
        "zh-CN": { message: `索引写 ${String(claimed)} 字节，实为 ${String(actual)} 字节`, hint: ASK_AGAIN["zh-CN"] },
        en: { message: `the index says ${String(claimed)} bytes, there are ${String(actual)}`, hint: ASK_AGAIN.en },
    }),
    "verify.layer.received": ({ layer, files }) => ({
        "zh-CN": {
            message: `第 ${String(layer)} 层注明为收到的答复，保存收到的文件 ${String(files)} 个`,
            hint: "由谁、何时、从哪里收到，见这一层的 received.json 和境外电子数据来源情况说明；都由填写人填写",
        },
        en: {
            message: `layer ${String(layer)} is by its statement an answer that was received, with ${String(files)} of its files`,
            hint: "received.json and the note of that layer say from whom, when and by whom, in the words of whoever filled them in",
        },
    }),
    "verify.layer.set-aside": ({ layer, facts }) => ({
        "zh-CN": {
            message: `第 ${String(layer)} 层注明“本次请求未采用”的是：${facts.map((fact) => factNamed(fact)["zh-CN"]).join("、")}`,
        },
        en: {
            message: `layer ${String(layer)} states as not used for this request: ${facts.map((fact) => factNamed(fact).en).join(", ")}`,
        },
    }),
    "verify.layer.code": ({ layer, code }) => ({
        "zh-CN": {
            message: `第 ${String(layer)} 层的核对码是 ${code}`,
            hint:
                layer === 1
                    ? "与当时移交的纸质单所写的一致，就说明这一层的内容与当时移交的相同"
                    : "与制作单位当时记下的（办理台账）一致，就说明到这一层为止的内容与当时相同",
        },
        en: {
            message: `the check code of layer ${String(layer)} is ${code}`,
            hint:
                layer === 1
                    ? "if it is the one on the paper handed over then, this layer is what was handed over"
                    : "if it is the one that its maker noted then (in the journal), all up to this layer is as it was",
        },
    }),
    "verify.layer.missing": ({ layer }) => ({
        "zh-CN": {
            message: `前一层有这个文件，第 ${String(layer)} 层的清单里没有了`,
            hint: "请取得前一层的原材料包对照",
        },
        en: {
            message: `the layer before has this file, the list of layer ${String(layer)} has not`,
            hint: "get the packet of the layer before and compare",
        },
    }),
    "verify.layer.replaced": ({ layer }) => ({
        "zh-CN": { message: `这个文件在第 ${String(layer)} 层被换成了别的内容`, hint: "请取得前一层的原材料包对照" },
        en: {
            message: `layer ${String(layer)} has other content under this name`,
            hint: "get the packet of the layer before and compare",
        },
    }),
    "verify.layer.misplaced": ({ layer }) => ({
        "zh-CN": { message: `这个文件放在了第 ${String(layer)} 层不能放文件的地方`, hint: ASK_AGAIN["zh-CN"] },
        en: { message: `layer ${String(layer)} may not add a file at this place`, hint: ASK_AGAIN.en },
    }),
    "verify.layer.many": ({ most }) => ({
        "zh-CN": { message: `超过 ${String(most)} 层，各层没有核对`, hint: ASK_AGAIN["zh-CN"] },
        en: { message: `more than ${String(most)} layers: the layers were not judged`, hint: ASK_AGAIN.en },
    }),
    "verify.layer.same-key": ({ key, layer }) => ({
        "zh-CN": {
            message: `密钥 ${key} 已签过第 ${String(layer)} 层；签第 1 层的密钥不应再签后面的层`,
            hint: "请与签名各方核实",
        },
        en: {
            message: `the key ${key} has also signed layer ${String(layer)}; who signs layer 1 signs no later one`,
            hint: "ask those who are said to have signed",
        },
    }),
    "verify.signature.bad": ({ fault }) => ({
        "zh-CN": { message: SIGNATURE_FAULTS[fault]["zh-CN"], hint: signatureHint(fault)["zh-CN"] },
        en: { message: SIGNATURE_FAULTS[fault].en, hint: signatureHint(fault).en },
    }),
    "verify.signature.gap": () => ({
        "zh-CN": { message: "签名文件编号不连续，这一个可能被删除", hint: ASK_AGAIN["zh-CN"] },
        en: {
            message: "the signatures are not numbered without gaps; this one may have been removed",
            hint: ASK_AGAIN.en,
        },
    }),
    "verify.signature.named-key": ({ key }) => ({
        "zh-CN": {
            message: `索引写明由密钥 ${key} 签名，但没有它的可用签名：签名可能被删除或更换`,
            hint: ASK_AGAIN["zh-CN"],
        },
        en: {
            message: `the index says that the key ${key} signed, but no good signature of it is here`,
            hint: ASK_AGAIN.en,
        },
    }),
    "verify.signature.missing": () => ({
        "zh-CN": { message: "要求由名单中的密钥签名，但材料包没有签名", hint: "请提供人签名，或比对纸质单上的核对码" },
        en: {
            message: "a signature by a listed key is demanded, but the packet has none",
            hint: "ask for a signature, or compare the check code on paper",
        },
    }),
    "verify.signature.unknown": ({ key }) => ({
        "zh-CN": {
            message: `密钥 ${key} 不在已知名单`,
            hint: "请通过另外的途径（当面、电话、公函）向签名人核对这串字符",
        },
        en: {
            message: `the key ${key} is not on a list of known keys`,
            hint: "compare this text with the signer by another way: in person, by phone, by letter",
        },
    }),
    "verify.signature.outside-validity": ({ key }) => ({
        "zh-CN": {
            message: `密钥 ${key} 在名单中，但按本机时间不在名单规定的期限内`,
            hint: "请核对本机时间和名单的期限",
        },
        en: {
            message: `the key ${key} is listed, but not for the present time of this machine`,
            hint: "check this machine's clock and the dates in the list",
        },
    }),
    "verify.signature.other-namespace": ({ key }) => ({
        "zh-CN": {
            message: `密钥 ${key} 在名单中，但名单只许它作别的用途（namespaces），没有列 lerpack-manifest`,
            hint: "请向给您名单的人核对：这把密钥可以签材料包的，请他在这一行的 namespaces 中加上 lerpack-manifest",
        },
        en: {
            message: `the key ${key} is listed, but for other uses alone (namespaces): lerpack-manifest is not among them`,
            hint: "ask whoever gave you the list: where this key may sign packets, lerpack-manifest belongs into the namespaces of its line",
        },
    }),
    "verify.timestamp.unchecked": () => ({
        "zh-CN": {
            message: "名为时间戳的文件，本程序没有核对：是不是时间戳、由谁出具、是不是这个签名的，都不知道",
        },
        en: {
            message:
                "a file named as a time stamp was not checked: whether it is one, by whom, and of this signature is not known",
        },
    }),
    "verify.time.order": ({ was, is }) => ({
        "zh-CN": {
            message: `这一层注明的时间 ${beijing(is)} 早于前一层的 ${beijing(was)}（北京时间）`,
            hint: "请向制作单位核对这两个时间",
        },
        en: {
            message: `this layer's stated time ${utc(is)} is before the earlier layer's ${utc(was)} (UTC)`,
            hint: "compare the two times",
        },
    }),
    "verify.time.future": ({ claimed, now }) => ({
        "zh-CN": {
            message: `包内注明的时间 ${beijing(claimed)} 晚于本机时间 ${beijing(now)}（北京时间）`,
            hint: "请核对本机的日期、时间和时区；本机没有错的，请向制作单位核对",
        },
        en: {
            message: `the stated time ${utc(claimed)} is after this machine's time ${utc(now)} (UTC)`,
            hint: "check date, time and zone of this machine; where they are right, ask whoever made the packet",
        },
    }),
    ...codeTexts,
    ...claimTexts,
    ...sentTexts,
}
