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

/** The verdict in English, sentence for sentence what the Chinese one says. */
export const en: VerdictTexts = {
    files({ verdict, files, issues }) {
        if (verdict === "refused") {
            return issues.some(({ code }) => code === "verify.index.format")
                ? "Files: not checked. The format of this packet is not 1.0; use a newer version of the program."
                : "Files: not checked. This is not a packet known to this program, or it was packed again."
        }
        if (files.changed.length === 0) return `Files: ${String(files.checked)} checked; all agree with the list.`
        const names = some(files.changed, ", ", " and more")
        return `Files: ${String(files.checked)} checked; ${String(files.changed.length)} not as listed: ${names}.`
    },
    list(report) {
        if (report.verdict === "refused") return "List: not checked."
        const { missing, extra } = report.list
        const parts: string[] = []
        if (missing.length > 0) parts.push(`${String(missing.length)} missing: ${some(missing, ", ", " and more")}`)
        if (extra.length > 0) parts.push(`${String(extra.length)} not listed: ${some(extra, ", ", " and more")}`)
        if (parts.length === 0) parts.push("every listed file is here and no other")
        const others = otherErrors(report)
        if (others > 0) parts.push(`${number(others, "more finding")}, see the list of findings`)
        return `List: ${parts.join("; ")}. Check code ${report.checkCode ?? ""}${codeCompared(report)}.`
    },
    signed(report) {
        if (report.verdict === "refused") return "Signature: not checked."
        const own = ownSignatures(report)
        const good = goodSignatures(report)
        const files = badFiles(report)
        const bad =
            files.length === 0
                ? ""
                : ` Not to be relied on, because it does not fit the list or can not be checked: ${some(files, ", ", " and more")}.`
        if (own.length === 0) {
            const gone = lacksNamedKey(report) ? "the packet names a signature, which is gone" : "none"
            return `Signature: ${gone}. ${provider(report)}${bad}`
        }
        const missing = lacksNamedKey(report) ? " The key that the packet names has not signed." : ""
        const mends =
            good !== "" && report.verdict === "broken"
                ? " It covers the list only and mends nothing named in the other lines."
                : ""
        return `Signature:${good}${missing}${bad}${mends}`
    },
    time(report) {
        if (report.verdict === "refused") return "Time: not checked."
        const { claimed } = report.time
        const stated =
            claimed === null
                ? "the packet states none"
                : `the packet states ${utc(claimed)}, as entered by its maker and not verified`
        const stamp = has(report, "verify.timestamp.unchecked")
            ? "a third party's time stamp is present and was not checked"
            : "there is no third party's time stamp"
        const clock = judgedByClock(report) ? " The dates of the list were judged by this machine's clock." : ""
        return `Time: ${stated}; ${stamp}.${clock}`
    },
    kind(report) {
        const broken = report.verdict === "broken" ? " It has the faults named above; ask for it again." : ""
        const odd = has(report, "verify.index.content")
            ? " But its files are not those of such a packet; do not use it as one."
            : ""
        switch (report.kind) {
            case "draft":
                return `What it is: by its own statement, material prepared by the victim for the police; not a law-enforcement document.${odd}${broken}`
            case "archive":
                return `What it is: by its own statement, an archive of ${number(report.layers.length, "layer")}. ${layers(report)}${broken}`
            case "submission":
                return `What it is: by its own statement, files to be sent to a recipient; whether they are an official request is shown by the sealed letter.${odd}${broken}`
            case null:
                return `What it is: unknown.${report.verdict === "refused" ? refused(report) : broken}`
            default:
                return report.kind satisfies never
        }
    },
    sent(report, { hasRecord, same, others, notGiven }) {
        if (!hasRecord) return "Sent: this packet has no record of what was sent; nothing was compared."
        const parts = [
            `${number(same + others.length, "file")} given, ${String(same)} with the content that the record names`,
            ...(others.length > 0
                ? [`${String(others.length)} not in the record: ${some(others, ", ", " and more")}`]
                : []),
            ...(notGiven > 0 ? [`the record has ${String(notGiven)} more that were not given`] : []),
        ]
        const broken =
            report.verdict === "broken" ? " The packet itself has faults, so the record can not be relied on." : ""
        return `Sent: ${parts.join("; ")}.${broken} The record was entered by the archive's maker; it does not show that or when anything was sent, or that it arrived.`
    },
    limits(report) {
        if (report.verdict === "refused")
            return "Nothing was checked, so whether files were changed is not shown; nor that the contents are true, who provided them, or that this is an official document."
        const { claimed } = report.time
        const since = claimed === null ? "the list was made" : `the list was made (stated: ${utc(claimed)})`
        const replaced = {
            nobody: "",
            "key-holders": `; that no holder of the key made the whole packet anew (${compareCode(report)})`,
            anybody: `; that the whole packet was not made anew (${compareCode(report)})`,
        }[remakers(report)]
        return `Not shown: that the contents are true; who provided them; that files were unchanged before ${since}; that this is an official document${replaced}.`
    },
}

/** Where a reader learns who provided an unsigned packet. */
function provider({ kind }: VerdictFacts): string {
    if (kind === "submission") return "For who provided this, see the sealed letter."
    const maker = kind === "archive" ? "; for who made the archive, ask the office that made it" : ""
    return `For who provided this, see the signed check sheet on paper${maker}.`
}

function refused(report: VerdictFacts): string {
    return has(report, "verify.index.format")
        ? ""
        : " Unpack it and verify the folder; if that fails, ask for it again."
}

function number(count: number, what: string): string {
    return `${String(count)} ${what}${count === 1 ? "" : "s"}`
}

function utc(claimed: string): string {
    return `${clockTime(claimed, 0)} UTC`
}

function codeCompared(report: VerdictFacts): string {
    if (has(report, "verify.code.same")) return ", the one given"
    if (has(report, "verify.code.differs"))
        return ", not the one given: unless it was mistyped, this is not the packet that the paper names"
    if (has(report, "verify.code.earlier-layer"))
        return "; the code given is that of an earlier layer, see the last line"
    return has(report, "verify.code.form") ? "; the code given is malformed and was not compared" : ""
}

/** Where the reader finds a code to compare with. */
function compareCode({ kind }: VerdictFacts): string {
    if (kind === "draft") return "compare the check code with the paper sheet"
    return kind === "submission"
        ? "ask the sender for the check code"
        : "compare the check code with the one its maker noted"
}

/** Own signatures that fit the list: what is known of their keys and what that shows. */
function goodSignatures(report: VerdictFacts): string {
    const good = ownSignatures(report).filter(({ trust }) => trust !== "bad")
    if (good.length === 0) return ""
    const count = good.length > 1 ? ` ${String(good.length)} signatures,` : ""
    const known = good.filter(({ trust }) => trust === "known")
    const others = good.length - known.length
    if (known.length > 0) {
        const names = known.flatMap(({ principal }) => principal ?? [])
        const who =
            names.length === 0 ? "the key that you named" : `a key on the list given, there called ${names.join(", ")}`
        const rest = others === 0 ? "" : `; ${String(others)} more by keys on no list`
        return `${count} by ${who}${rest}. A key's signature is no seal and no person's signature.`
    }
    const dated = good.some(({ trust }) => trust === "outside-validity")
    const list = hasKeyList(report) ? "" : " (none was given)"
    const who = dated ? "a listed key outside the dates of the list" : `a key on no list of known keys${list}`
    const signed = report.verdict === "broken" ? "this list" : "these files"
    return `${count} by ${who}; it shows only that ${good.length > 1 ? "these keys each" : "one key"} signed ${signed}.`
}

/** What each layer has; what is said of an earlier layer is that this packet fits its list, not whose list it is. */
function layers(report: VerdictFacts): string {
    const counts = layerCounts(report)
    const told = counts.map((layer) => `${layerTold(layer)}${layer.n === counts.length ? "." : "; "}`).join("")
    const open = counts.filter(({ code, isBound }) => code !== undefined && !isBound)
    if (open.length === 0) return told
    return `${told} Whether the earlier layers are what was handed over then: compare their check codes with the paper of that time.`
}

function layerTold({ n, added, before, kept, missing, replaced, setAside, code, isGiven }: LayerCount): string {
    const own = code === undefined ? "" : ` (check code ${code}${isGiven ? ", the one given" : ""})`
    const note =
        setAside > 0
            ? `, states that ${number(setAside, "fact")} ${setAside === 1 ? "was" : "were"} not used for this request`
            : ""
    if (n === 1) return `Layer 1${own}, by its statement the victim's material, has ${number(added, "file")}`
    const earlier =
        kept === before
            ? `all ${number(before, "earlier file")} are here and agree with the list of layer ${String(n - 1)}`
            : `of ${number(before, "earlier file")} ${String(kept)} are unchanged, ${String(missing)} missing, ${String(replaced)} replaced`
    return `layer ${String(n)}${own} adds ${number(added, "file")}${note}, ${earlier}`
}
