import {
    badFiles,
    clockTime,
    has,
    hasKeyList,
    judgedByClock,
    type LayerCount,
    lacksNamedKey,
    layerCounts,
    otherErrors,
    ownSignatures,
    remakers,
    some,
    type VerdictFacts,
    type VerdictTexts,
} from "../verdict-facts.ts"

/** The verdict in Chinese. Wording after readers.md: what a packet says of itself is 注明, never a fact. */
export const zhCN: VerdictTexts = {
    files({ verdict, files, issues }) {
        if (verdict === "refused") {
            return issues.some(({ code }) => code === "verify.index.format")
                ? "文件：没有核对。这个包的格式版本不是 1.0，请用较新版本的程序核对。"
                : "文件：没有核对。这不是本程序能识别的材料包，或者压缩包被重新打包过。"
        }
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
        return `清单：${parts.join("；")}。核对码 ${report.checkCode ?? ""}${codeCompared(report)}。`
    },
    signed(report) {
        if (report.verdict === "refused") return "签名：没有核对。"
        const own = ownSignatures(report)
        const good = goodSignatures(report)
        const files = badFiles(report)
        const bad = files.length === 0 ? "" : `与清单不符或无法核对、不能作为依据的签名：${some(files, "、", " 等")}。`
        if (own.length === 0) {
            const gone = lacksNamedKey(report) ? "包内写明有签名，但签名已不在。" : "没有数字签名。"
            return `签名：${gone}${provider(report)}${bad}`
        }
        const missing = lacksNamedKey(report) ? "包内写明的签名密钥没有签名。" : ""
        const mends = good !== "" && report.verdict === "broken" ? "签名只针对清单，不能补救其他行所列的不符。" : ""
        return `签名：${good}${missing}${bad}${mends}`
    },
    time(report) {
        if (report.verdict === "refused") return "时间：没有核对。"
        const { claimed } = report.time
        const stated = claimed === null ? "包内没有可读取的时间" : `包内注明${beijing(claimed)}，由制作者填写，没有核实`
        const stamp = has(report, "verify.timestamp.unchecked")
            ? "有第三方时间戳文件，本程序没有核对"
            : "没有第三方时间戳"
        const clock = judgedByClock(report) ? "名单的期限按本机时间判断。" : ""
        return `时间：${stated}；${stamp}。${clock}`
    },
    kind(report) {
        const broken = report.verdict === "broken" ? "有上面所列的不符，请提供人重新提供。" : ""
        const odd = has(report, "verify.index.content") ? "但包内的文件不是这种包应有的文件，不要按所注明的使用。" : ""
        switch (report.kind) {
            case "draft":
                return `性质：包内注明为材料包（报案人整理，供公安机关参考），不是执法机关文书。${odd}${broken}`
            case "archive":
                return `性质：包内注明为留存包，共 ${String(report.layers.length)} 层。${layers(report)}${broken}`
            case "submission":
                return `性质：包内注明为对外发送件；是否为公函，以盖章的函件为准。${odd}${broken}`
            case null:
                return `性质：不能确定。${report.verdict === "refused" ? refused(report) : broken}`
            default:
                return report.kind satisfies never
        }
    },
    sent(report, { hasRecord, same, others, notGiven }) {
        if (!hasRecord) return "发送件：这个包没有发送记录，无法比对。"
        const parts = [
            `给出 ${String(same + others.length)} 个文件，内容与发送记录一致的 ${String(same)} 个`,
            ...(others.length > 0
                ? [`不在发送记录里的 ${String(others.length)} 个：${some(others, "、", " 等")}`]
                : []),
            ...(notGiven > 0 ? [`记录里另有 ${String(notGiven)} 个文件这次没有给出`] : []),
        ]
        const broken = report.verdict === "broken" ? "包本身有不符，发送记录不能作为依据。" : ""
        return `发送件：${parts.join("；")}。${broken}发送记录由制作留存包的人填写，不能说明已经发出、何时发出、对方是否收到。`
    },
    limits(report) {
        if (report.verdict === "refused")
            return "没有核对，所以不能说明文件是否被改动；也不能说明：内容属实；提供人身份；本包是公文。"
        const { claimed } = report.time
        const since = claimed === null ? "清单形成" : `清单形成（包内注明${beijing(claimed)}）`
        const replaced = {
            nobody: "",
            "key-holders": `；持有密钥的人没有重新制作过整个包（${compareCode(report)}）`,
            anybody: `；整个包没有被重新制作过（${compareCode(report)}）`,
        }[remakers(report)]
        return `不能说明：内容属实；提供人身份；文件在${since}之前未被改动；本包是公文${replaced}。`
    },
}

/** Where a reader learns who provided an unsigned packet. */
function provider({ kind }: VerdictFacts): string {
    if (kind === "submission") return "由谁提供，请看盖章的公函。"
    const maker = kind === "archive" ? "；留存包由谁制作，请向制作单位核实" : ""
    return `由谁提供，请看纸质《材料核对单》${maker}。`
}

function refused(report: VerdictFacts): string {
    return has(report, "verify.index.format") ? "" : "请先解压，再核对解压出的文件夹；仍不行的，请提供人重新提供。"
}

/** The stated time for a reader in China; the packet's own spelling stands in its index. */
function beijing(claimed: string): string {
    return `的时间是北京时间 ${clockTime(claimed, 8)}`
}

function codeCompared(report: VerdictFacts): string {
    if (has(report, "verify.code.same")) return "，与所给的一致"
    if (has(report, "verify.code.differs")) return "，与所给的核对码不一致：没有输错的，这不是纸质单所写的那一份"
    if (has(report, "verify.code.earlier-layer")) return "；所给的是前面一层的核对码，见性质一行"
    return has(report, "verify.code.form") ? "；所给的核对码写法不对，没有比对" : ""
}

/** Where the reader finds a code to compare with. */
function compareCode({ kind }: VerdictFacts): string {
    if (kind === "draft") return "请比对纸质《材料核对单》上的核对码"
    return kind === "submission" ? "请向发送单位核对核对码" : "请与制作单位记下的核对码比对"
}

/** Own signatures that fit the list: what is known of their keys and what that shows. */
function goodSignatures(report: VerdictFacts): string {
    const good = ownSignatures(report).filter(({ trust }) => trust !== "bad")
    if (good.length === 0) return ""
    const count = good.length > 1 ? `有 ${String(good.length)} 个数字签名，` : "有数字签名，"
    const known = good.filter(({ trust }) => trust === "known")
    const others = good.length - known.length
    if (known.length > 0) {
        const names = known.flatMap(({ principal }) => principal ?? [])
        const who =
            names.length === 0 ? "密钥就是您指定的那一把" : `密钥在已知名单中，名单上的名称：${names.join("、")}`
        const rest = others === 0 ? "" : `；另有 ${String(others)} 个签名的密钥不在已知名单`
        return `${count}${who}${rest}。密钥签名不是印章，也不是本人签字。`
    }
    const dated = good.some(({ trust }) => trust === "outside-validity")
    const list = hasKeyList(report) ? "" : "（这次没有给出名单）"
    const who = dated ? "密钥在名单中，但现在不在名单规定的期限内" : `密钥不在已知名单${list}`
    const signed = report.verdict === "broken" ? "这份清单" : "这些文件"
    return `${count}${who}：只能说明${good.length > 1 ? "这些密钥都" : "同一密钥"}签过${signed}。`
}

/** What each layer has; what is said of an earlier layer is that this packet fits its list, not whose list it is. */
function layers(report: VerdictFacts): string {
    const counts = layerCounts(report)
    const told = counts.map((layer) => `${layerTold(layer)}${layer.n === counts.length ? "。" : "；"}`).join("")
    const open = counts.filter(({ code, isBound }) => code !== undefined && !isBound)
    if (open.length === 0) return told
    return `${told}前面各层是不是当时移交的那一份，请用各层核对码与当时的纸质单比对。`
}

function layerTold({ n, added, before, kept, missing, replaced, setAside, code, isGiven }: LayerCount): string {
    const own = code === undefined ? "" : `（核对码 ${code}${isGiven ? "，与所给的一致" : ""}）`
    const note = setAside > 0 ? `，注明 ${String(setAside)} 项事实“本次请求未采用”` : ""
    if (n === 1) return `第 1 层${own}注明为报案人的材料，${String(added)} 个文件`
    const earlier =
        kept === before
            ? `前面的 ${String(before)} 个文件都在，与第 ${String(n - 1)} 层的清单一致`
            : `前面的 ${String(before)} 个文件中，原样 ${String(kept)} 个，缺少 ${String(missing)} 个，被替换 ${String(replaced)} 个`
    return `第 ${String(n)} 层${own}增加 ${String(added)} 个文件${note}，${earlier}`
}
