/**
 * The verdict for people: five lines (files, list, who signed, when, what it is) and what it does not prove. Written for a
 * reader who knows nothing of hashes and keys. Nothing is said that was not checked; what the packet says of itself is
 * marked as such.
 */

/** The part of a verification report that the lines need; `verify/`'s `Report` fits. */
export interface VerdictFacts {
    readonly kind: "draft" | "archive" | "submission" | null
    readonly checkCode: string | null
    readonly verdict: "intact-signed-known" | "intact-signed-unknown" | "intact-unsigned" | "broken" | "refused"
    readonly files: { readonly checked: number; readonly changed: readonly string[] }
    readonly list: { readonly missing: readonly string[]; readonly extra: readonly string[] }
    readonly signatures: readonly {
        readonly file: string
        readonly key: string | null
        readonly principal: string | null
        readonly trust: "known" | "unknown" | "outside-validity" | "bad"
    }[]
    readonly time: { readonly claimed: string | null }
    readonly layers: readonly { readonly n: number; readonly added: number; readonly setAside: number }[]
    readonly issues: readonly {
        readonly code: string
        readonly severity: string
        readonly path: readonly (string | number)[]
    }[]
}

/** A language of the texts. */
export type VerdictLanguage = "zh-CN" | "en"

/** The five lines, without line ends. */
export function verdictLines(report: VerdictFacts, lang: VerdictLanguage): readonly string[] {
    const texts = TEXTS[lang]
    return [texts.files(report), texts.list(report), texts.signed(report), texts.time(report), texts.kind(report)]
}

/** What the verdict does not prove; printed behind the lines, always. */
export function verdictLimits(report: VerdictFacts, lang: VerdictLanguage): string {
    return TEXTS[lang].limits(report)
}

interface Texts {
    readonly files: (report: VerdictFacts) => string
    readonly list: (report: VerdictFacts) => string
    readonly signed: (report: VerdictFacts) => string
    readonly time: (report: VerdictFacts) => string
    readonly kind: (report: VerdictFacts) => string
    readonly limits: (report: VerdictFacts) => string
}

/** Signatures over this packet's own list; those of earlier layers lie in folders. */
function own(report: VerdictFacts) {
    return report.signatures.filter(({ file }) => !file.includes("/"))
}

/** Errors that the first three lines do not name themselves. */
function otherErrors(report: VerdictFacts): number {
    const named = /^verify\.(?:file\.changed|list\.|signature\.(?:bad|unknown|missing|outside)|code\.)/
    return report.issues.filter(({ code, severity }) => severity === "error" && !named.test(code)).length
}

function has(report: VerdictFacts, code: string): boolean {
    return report.issues.some((issue) => issue.code === code)
}

/** True when the index of this packet names a key that has not signed; earlier layers' findings lie in folders. */
function lacksNamedKey(report: VerdictFacts): boolean {
    return report.issues.some(
        ({ code, path }) => code === "verify.signature.named-key" && !String(path[0]).includes("/"),
    )
}

/** Signature files, also of earlier layers, that can not be relied on. */
function badFiles(report: VerdictFacts): string[] {
    return report.signatures.filter(({ trust }) => trust === "bad").map(({ file }) => file)
}

/** The first few names; all of them stand in the findings. */
function some(names: readonly string[], separator: string, more: string): string {
    return names.slice(0, 5).join(separator) + (names.length > 5 ? more : "")
}

/** True when a list of keys was used to judge a signature, so that its dates mattered. */
function judgedByClock(report: VerdictFacts): boolean {
    return report.signatures.some(({ principal }) => principal !== null)
}

const zh: Texts = {
    files({ verdict, files }) {
        if (verdict === "refused") return "文件：没有核对。这不是本程序能识别的材料包，或者压缩包被重新打包过。"
        if (files.changed.length === 0) return `文件：核对了 ${String(files.checked)} 个，内容都与清单一致。`
        const names = some(files.changed, "、", " 等")
        return `文件：核对了 ${String(files.checked)} 个，其中 ${String(files.changed.length)} 个内容与清单不一致：${names}。`
    },
    list(report) {
        if (report.verdict === "refused") return "清单：没有核对。"
        const { missing, extra } = report.list
        const parts: string[] = []
        if (missing.length > 0) parts.push(`缺少 ${String(missing.length)} 个文件：${some(missing, "、", " 等")}`)
        if (extra.length > 0) parts.push(`多出 ${String(extra.length)} 个文件：${some(extra, "、", " 等")}`)
        if (parts.length === 0) parts.push("清单所列文件齐全，没有多出文件")
        const others = otherErrors(report)
        if (others > 0) parts.push(`另有 ${String(others)} 处不符，见所列问题`)
        const differs = has(report, "verify.code.differs")
        const code = `核对码 ${report.checkCode ?? ""}${differs ? "，与所给的核对码不一致：这不是纸质单所写的那一份" : ""}`
        return `清单：${parts.join("；")}。${code}。`
    },
    signed(report) {
        if (report.verdict === "refused") return "签名：没有核对。"
        const signatures = own(report)
        const files = badFiles(report)
        const bad = files.length === 0 ? "" : `与清单不符或无法核对、不能作为依据的签名：${some(files, "、", " 等")}。`
        if (signatures.some(({ trust }) => trust === "bad")) return `签名：${bad}`
        if (signatures.length === 0) {
            const paper = report.kind === "submission" ? "请看盖章的公函" : "请看纸质《材料核对单》"
            const gone = lacksNamedKey(report) ? "包内写明有签名，但签名已不在。" : "没有数字签名。"
            return `签名：${gone}由谁提供，${paper}。${bad}`
        }
        const missing = lacksNamedKey(report) ? "包内写明的签名密钥没有签名。" : ""
        const broken = report.verdict === "broken" ? "签名只针对清单，不能补救其他行所列的不符。" : ""
        const known = signatures.find(({ trust }) => trust === "known")
        if (known !== undefined) {
            const who =
                known.principal === null
                    ? "密钥就是您指定的那一把"
                    : `密钥在已知名单中，名单上的名称：${known.principal}`
            return `签名：有数字签名，${who}。${missing}${bad}${broken}`
        }
        const dated = signatures.find(({ trust }) => trust === "outside-validity")
        const who = dated === undefined ? "密钥不在已知名单" : "密钥在名单中，但现在不在名单规定的期限内"
        return `签名：有数字签名，${who}：只能说明同一密钥签过这份清单。${missing}${bad}${broken}`
    },
    time(report) {
        if (report.verdict === "refused") return "时间：没有核对。"
        const claimed =
            report.time.claimed === null ? "包内没有可读取的时间" : `包内注明 ${report.time.claimed}，由制作者填写`
        const clock = judgedByClock(report) ? "名单的期限按本机时间判断。" : ""
        return `时间：${claimed}；没有经核对的第三方时间戳。${clock}`
    },
    kind(report) {
        const broken = report.verdict === "broken" ? "内容与清单或格式不符，请提供人重新提供。" : ""
        switch (report.kind) {
            case "draft":
                return `性质：包内注明为材料包，由报案人整理，供公安机关参考，不是执法机关文书。${broken}`
            case "archive":
                return `性质：包内注明为留存包，共 ${String(report.layers.length)} 层。${zhLayers(report)}${broken}`
            case "submission":
                return `性质：包内注明为对外发送件；是否为公函，以盖章的函件为准。${broken}`
            case null:
                return `性质：不能确定。${report.verdict === "refused" ? "请先解压，再核对解压出的文件夹；仍不行的，请提供人重新提供。" : broken}`
            default:
                return report.kind satisfies never
        }
    },
    limits(report) {
        const since = report.time.claimed === null ? "清单形成" : `清单形成（包内注明 ${report.time.claimed}）`
        const replaced = own(report).some(({ trust }) => trust === "known")
            ? ""
            : "；整个包没有被重新制作过（请比对纸质单上的核对码）"
        return `不能说明：内容属实；提供人身份；文件在${since}之前未被改动；本包是公文${replaced}。`
    },
}

/** Whether a layer left the earlier ones alone is said only of an intact packet. */
function zhLayers(report: VerdictFacts): string {
    const later = report.layers.filter(({ n }) => n > 1)
    const added = later.map(({ n, added }) => `第 ${String(n)} 层增加 ${String(added)} 个文件`).join("，")
    const kept = report.verdict === "broken" ? "" : "，前面各层的文件都在，没有改动"
    const setAside = later.reduce((sum, layer) => sum + layer.setAside, 0)
    const note = setAside > 0 ? `有 ${String(setAside)} 项事实注明“本次请求未采用”。` : ""
    return `第 1 层是报案人的材料；${added}${kept}。${note}`
}

const en: Texts = {
    files({ verdict, files }) {
        if (verdict === "refused")
            return "Files: not checked. This is not a packet known to this program, or it was packed again."
        if (files.changed.length === 0) return `Files: ${String(files.checked)} checked; all agree with the list.`
        const names = some(files.changed, ", ", " and more")
        return `Files: ${String(files.checked)} checked; ${String(files.changed.length)} differ from the list: ${names}.`
    },
    list(report) {
        if (report.verdict === "refused") return "List: not checked."
        const { missing, extra } = report.list
        const parts: string[] = []
        if (missing.length > 0) parts.push(`${String(missing.length)} missing: ${some(missing, ", ", " and more")}`)
        if (extra.length > 0) parts.push(`${String(extra.length)} not listed: ${some(extra, ", ", " and more")}`)
        if (parts.length === 0) parts.push("every listed file is here and no other")
        const others = otherErrors(report)
        if (others > 0) parts.push(`${String(others)} more findings, see below`)
        const differs = has(report, "verify.code.differs")
        const code = `Check code ${report.checkCode ?? ""}${differs ? ", not the one given: this is not the packet that the paper names" : ""}`
        return `List: ${parts.join("; ")}. ${code}.`
    },
    signed(report) {
        if (report.verdict === "refused") return "Signature: not checked."
        const signatures = own(report)
        const files = badFiles(report)
        const bad =
            files.length === 0
                ? ""
                : ` Not to be relied on, because it does not fit the list or can not be checked: ${some(files, ", ", " and more")}.`
        if (signatures.some(({ trust }) => trust === "bad")) return `Signature:${bad}`
        if (signatures.length === 0) {
            const paper = report.kind === "submission" ? "see the sealed letter" : "see the signed check sheet on paper"
            const gone = lacksNamedKey(report) ? "the packet names a signature, which is gone" : "none"
            return `Signature: ${gone}. For who provided this, ${paper}.${bad}`
        }
        const missing = lacksNamedKey(report) ? " The key that the packet names has not signed." : ""
        const broken =
            report.verdict === "broken" ? " It covers the list only and mends nothing named in the other lines." : ""
        const known = signatures.find(({ trust }) => trust === "known")
        if (known !== undefined) {
            const who =
                known.principal === null
                    ? "the key that you named"
                    : `a key on the list given, there called ${known.principal}`
            return `Signature: by ${who}.${missing}${bad}${broken}`
        }
        const dated = signatures.find(({ trust }) => trust === "outside-validity")
        const who =
            dated === undefined ? "a key on no list of known keys" : "a listed key outside the dates of the list"
        return `Signature: by ${who}; it shows only that one key signed this list.${missing}${bad}${broken}`
    },
    time(report) {
        if (report.verdict === "refused") return "Time: not checked."
        const claimed =
            report.time.claimed === null
                ? "the packet states none"
                : `the packet states ${report.time.claimed}, as entered by its maker`
        const clock = judgedByClock(report) ? " The dates of the list were judged by this machine's clock." : ""
        return `Time: ${claimed}; no third party's time stamp was checked.${clock}`
    },
    kind(report) {
        const broken = report.verdict === "broken" ? " It does not fit its list or format; ask for it again." : ""
        switch (report.kind) {
            case "draft":
                return `What it is: by its own statement, material prepared by the victim for the police; not a law-enforcement document.${broken}`
            case "archive":
                return `What it is: by its own statement, an archive of ${String(report.layers.length)} layers. ${enLayers(report)}${broken}`
            case "submission":
                return `What it is: by its own statement, files sent to a recipient; whether they are an official request is shown by the sealed letter.${broken}`
            case null:
                return `What it is: unknown.${report.verdict === "refused" ? " Unpack it and verify the folder; if that fails, ask for it again." : broken}`
            default:
                return report.kind satisfies never
        }
    },
    limits(report) {
        const since =
            report.time.claimed === null ? "the list was made" : `the list was made (stated: ${report.time.claimed})`
        const replaced = own(report).some(({ trust }) => trust === "known")
            ? ""
            : "; that the whole packet was not made anew (compare the check code on paper)"
        return `Not shown: that the contents are true; who provided them; that files were unchanged before ${since}; that this is an official document${replaced}.`
    },
}

function enLayers(report: VerdictFacts): string {
    const later = report.layers.filter(({ n }) => n > 1)
    const added = later.map(({ n, added }) => `layer ${String(n)} adds ${String(added)} files`).join(", ")
    const kept = report.verdict === "broken" ? "" : "; all files of the earlier layers are here unchanged"
    const setAside = later.reduce((sum, layer) => sum + layer.setAside, 0)
    const note = setAside > 0 ? ` ${String(setAside)} facts are marked as not used for this request.` : ""
    return `Layer 1 is the victim's material; ${added}${kept}.${note}`
}

const TEXTS: Readonly<Record<VerdictLanguage, Texts>> = { "zh-CN": zh, en }
