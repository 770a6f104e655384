import type { Words } from "../base/lang.ts"
import { counted } from "./message.ts"
import { packetCount } from "./packet-count.ts"
import {
    badFiles,
    filesCounted,
    has,
    hasKeyList,
    judgedByClock,
    lacksNamedKey,
    otherErrors,
    ownSignatures,
    remakers,
    type SentCount,
    type VerdictFacts,
} from "./verdict-facts.ts"
import { NOTHING, some, stated, where } from "./verdict-words.ts"

/**
 * The sentences of the verdict. What a packet says of itself is 注明 or "by its own statement", never a fact; the
 * languages say the same, sentence for sentence.
 */

/** How many files were checked, and which of them are not as listed. */
export function filesLine(report: VerdictFacts): Words {
    const { checked, changed } = report.files
    if (report.verdict === "refused")
        return has(report, "verify.index.format")
            ? {
                  "zh-CN": "文件：没有核对。这个包的格式版本不是 1.0，请用较新版本的程序核对。",
                  en: "Files: not checked. The format of this packet is not 1.0; use a newer version of the program.",
              }
            : {
                  "zh-CN": "文件：没有核对。这不是本程序能识别的材料包，或者压缩包被重新打包过。",
                  en: "Files: not checked. This is not a packet known to this program, or it was packed again.",
              }
    const others = systemFiles(report)
    const all = filesCounted(report)
    if (all !== undefined) {
        const told = packetCount(all)
        return {
            "zh-CN": `文件：包内共 ${told["zh-CN"]}，清单所列的内容都一致${others["zh-CN"]}。`,
            en: `Files: ${told.en} in the packet; all that the lists name agree with them${others.en}.`,
        }
    }
    if (changed.length === 0)
        return {
            "zh-CN": `文件：核对了 ${String(checked)} 个，内容都与清单一致${others["zh-CN"]}。`,
            en: `Files: ${String(checked)} checked; all agree with the list${others.en}.`,
        }
    const names = some(changed)
    return {
        "zh-CN": `文件：核对了 ${String(checked)} 个，其中 ${String(changed.length)} 个内容与清单不一致：${names["zh-CN"]}${others["zh-CN"]}。`,
        en: `Files: ${String(checked)} checked; ${String(changed.length)} not as listed: ${names.en}${others.en}.`,
    }
}

/** Files that systems left in the folder, each of which is named as a note. */
function systemFiles({ issues }: VerdictFacts): Words {
    const count = issues.filter(({ code }) => code === "verify.folder.system-file").length
    return where(count > 0, {
        "zh-CN": `；另有 ${String(count)} 个系统文件未计入`,
        en: `; ${counted(count, "system file")} not counted`,
    })
}

/** Whether the files are those of the list, and how its check code stands to the one given. */
export function listLine(report: VerdictFacts): Words {
    if (report.verdict === "refused") return { "zh-CN": "清单：没有核对。", en: "List: not checked." }
    const { missing, extra } = report.list
    const parts: Words[] = []
    if (missing.length > 0)
        parts.push({
            "zh-CN": `缺少 ${String(missing.length)} 个文件：${some(missing)["zh-CN"]}`,
            en: `${String(missing.length)} missing: ${some(missing).en}`,
        })
    if (extra.length > 0)
        parts.push({
            "zh-CN": `多出 ${String(extra.length)} 个文件：${some(extra)["zh-CN"]}`,
            en: `${String(extra.length)} not listed: ${some(extra).en}`,
        })
    if (parts.length === 0)
        parts.push({ "zh-CN": "清单所列文件齐全，没有多出文件", en: "every listed file is here and no other" })
    const others = otherErrors(report)
    if (others > 0)
        parts.push({
            "zh-CN": `另有 ${String(others)} 处不符，见所列问题`,
            en: `${counted(others, "more finding")}, see the list of findings`,
        })
    const code = report.checkCode ?? ""
    const compared = codeCompared(report)
    return {
        "zh-CN": `清单：${parts.map((part) => part["zh-CN"]).join("；")}。核对码 ${code}${compared["zh-CN"]}。`,
        en: `List: ${parts.map((part) => part.en).join("; ")}. Check code ${code}${compared.en}.`,
    }
}

function codeCompared(report: VerdictFacts): Words {
    const same = report.issues.find(({ code }) => code === "verify.code.same")
    const of = (same?.params as { readonly of?: unknown } | undefined)?.of
    if (of === "zip")
        return { "zh-CN": "；整个 ZIP 的 SHA-256 与所给的一致", en: "; the whole ZIP has the SHA-256 given" }
    if (of === "list")
        return { "zh-CN": "，所给的 SHA-256 以它开头，一致", en: ", with which the SHA-256 given begins" }
    if (same !== undefined) return { "zh-CN": "，与所给的一致", en: ", the one given" }
    if (has(report, "verify.code.file"))
        return {
            "zh-CN": "；所给的是其中一个文件的 SHA-256，见上",
            en: "; the SHA-256 given is that of one file, see above",
        }
    if (has(report, "verify.sha256.differs"))
        return {
            "zh-CN": "；整个 ZIP 和各文件的 SHA-256 与所给的都不一致：没有输错的，这不是纸质单所写的那一份",
            en: "; neither the whole ZIP nor a file has the SHA-256 given: unless it was mistyped, this is not what the paper names",
        }
    if (has(report, "verify.code.differs"))
        return {
            "zh-CN": "，与所给的核对码不一致：没有输错的，这不是纸质单所写的那一份",
            en: ", not the one given: unless it was mistyped, this is not the packet that the paper names",
        }
    if (has(report, "verify.code.earlier-layer"))
        return {
            "zh-CN": "；所给的是前面一层的核对码，见性质一行",
            en: "; the code given is that of an earlier layer, see the last line",
        }
    return where(has(report, "verify.code.form"), {
        "zh-CN": "；所给的没有比对，见上",
        en: "; what was given was not compared, see above",
    })
}

/** Who signed, and what that shows. */
export function signedLine(report: VerdictFacts): Words {
    if (report.verdict === "refused") return { "zh-CN": "签名：没有核对。", en: "Signature: not checked." }
    const files = badFiles(report)
    const bad = where(files.length > 0, {
        "zh-CN": `与清单不符或无法核对、不能作为依据的签名：${some(files)["zh-CN"]}。`,
        en: ` Not to be relied on, because it does not fit the list or cannot be checked: ${some(files).en}.`,
    })
    if (ownSignatures(report).length === 0) {
        const gone = lacksNamedKey(report)
            ? { "zh-CN": "包内写明有签名，但签名已不在。", en: "the packet names a signature, which is gone" }
            : { "zh-CN": "没有数字签名。", en: "none" }
        const from = provider(report)
        return {
            "zh-CN": `签名：${gone["zh-CN"]}${from["zh-CN"]}${bad["zh-CN"]}`,
            en: `Signature: ${gone.en}. ${from.en}${bad.en}`,
        }
    }
    const good = goodSignatures(report)
    const missing = where(lacksNamedKey(report), {
        "zh-CN": "包内写明的签名密钥没有签名。",
        en: " The key that the packet names has not signed.",
    })
    const mends = where(good !== NOTHING && report.verdict === "broken", {
        "zh-CN": "签名只针对清单，不能补救其他行所列的不符。",
        en: " It covers the list only and mends nothing named in the other lines.",
    })
    return {
        "zh-CN": `签名：${good["zh-CN"]}${missing["zh-CN"]}${bad["zh-CN"]}${mends["zh-CN"]}`,
        en: `Signature:${good.en}${missing.en}${bad.en}${mends.en}`,
    }
}

/** Where a reader learns who provided an unsigned packet. */
function provider({ kind }: VerdictFacts): Words {
    if (kind === "submission")
        return { "zh-CN": "由谁提供，请看盖章的公函。", en: "For who provided this, see the sealed letter." }
    const maker = where(kind === "archive", {
        "zh-CN": "；留存包由谁制作，请向制作单位核实",
        en: "; for who made the archive, ask the office that made it",
    })
    return {
        "zh-CN": `由谁提供，请看纸质《材料核对单》${maker["zh-CN"]}。`,
        en: `For who provided this, see the signed check sheet on paper${maker.en}.`,
    }
}

/** Own signatures that fit the list: what is known of their keys and what that shows. */
function goodSignatures(report: VerdictFacts): Words {
    const good = ownSignatures(report).filter(({ trust }) => trust !== "bad")
    if (good.length === 0) return NOTHING
    const isOne = good.length === 1
    const count = isOne
        ? { "zh-CN": "有数字签名，", en: "" }
        : { "zh-CN": `有 ${String(good.length)} 个数字签名，`, en: ` ${String(good.length)} signatures,` }
    const known = good.filter(({ trust }) => trust === "known")
    if (known.length > 0) {
        const names = [...new Set(known.flatMap(({ principal }) => principal ?? []))]
        const who =
            names.length === 0
                ? { "zh-CN": "密钥就是您指定的那一把", en: "the key that you named" }
                : {
                      "zh-CN": `密钥在已知名单中，名单上的名称：${names.join("、")}`,
                      en: `a key on the list given, there called ${names.join(", ")}`,
                  }
        const others = good.filter(({ trust }) => trust !== "known")
        const said = keysNotKnown(others)
        const rest = where(others.length > 0, {
            "zh-CN": `；另有 ${String(others.length)} 个签名，${said["zh-CN"]}`,
            en: `; ${String(others.length)} more, by ${said.en}`,
        })
        return {
            "zh-CN": `${count["zh-CN"]}${who["zh-CN"]}${rest["zh-CN"]}。密钥签名不是印章，也不是本人签字。`,
            en: `${count.en} by ${who.en}${rest.en}. A key's signature is no seal and no person's signature.`,
        }
    }
    const noList = where(!hasKeyList(report), { "zh-CN": "（这次没有给出名单）", en: " (none was given)" })
    const keys = keysNotKnown(good)
    const who = { "zh-CN": keys["zh-CN"] + noList["zh-CN"], en: keys.en + noList.en }
    // One key may sign twice, and a copy of a signature is soon made.
    const isOneKey = new Set(good.map(({ key }) => key)).size === 1
    const signers = isOneKey ? { "zh-CN": "同一密钥", en: "one key" } : { "zh-CN": "这些密钥都", en: "these keys each" }
    const signed =
        report.verdict === "broken"
            ? { "zh-CN": "这份清单", en: "this list" }
            : { "zh-CN": "这些文件", en: "these files" }
    return {
        "zh-CN": `${count["zh-CN"]}${who["zh-CN"]}：只能说明${signers["zh-CN"]}签过${signed["zh-CN"]}。`,
        en: `${count.en} by ${who.en}; it shows only that ${signers.en} signed ${signed.en}.`,
    }
}

type Trust = VerdictFacts["signatures"][number]["trust"]
const NOT_KNOWN: Readonly<Record<Exclude<Trust, "known" | "bad">, Words>> = {
    unknown: { "zh-CN": "密钥不在已知名单", en: "a key on no list of known keys" },
    "outside-validity": {
        "zh-CN": "密钥在名单中，但现在不在名单规定的期限内",
        en: "a listed key outside the dates of the list",
    },
    "other-namespace": {
        "zh-CN": "密钥在名单中，但名单没有许它签材料包",
        en: "a listed key that the list has for other uses",
    },
}

/** Why keys are not known; of several for different reasons what holds for all of them. */
function keysNotKnown(signatures: readonly { readonly trust: Trust }[]): Words {
    const reasons = new Set(signatures.flatMap(({ trust }) => (trust === "known" || trust === "bad" ? [] : [trust])))
    const [first = "unknown"] = reasons
    return reasons.size === 1
        ? NOT_KNOWN[first]
        : {
              "zh-CN": "密钥不在已知名单，或者名单不许它现在签材料包",
              en: "keys on no list, or that the list has not for packets now",
          }
}

/** What is known of the time. */
export function timeLine(report: VerdictFacts): Words {
    if (report.verdict === "refused") return { "zh-CN": "时间：没有核对。", en: "Time: not checked." }
    const { claimed } = report.time
    const said =
        claimed === null
            ? { "zh-CN": "包内没有可读取的时间", en: "the packet states none" }
            : {
                  "zh-CN": `包内注明${stated(claimed)["zh-CN"]}，由制作者填写，没有核实`,
                  en: `the packet states ${stated(claimed).en}, as entered by its maker and not verified`,
              }
    const stamp = has(report, "verify.timestamp.unchecked")
        ? {
              "zh-CN": "有名为时间戳的文件，本程序没有核对，不能作为依据",
              en: "a file named as a time stamp is present, was not checked and proves nothing yet",
          }
        : { "zh-CN": "没有第三方时间戳", en: "there is no third party's time stamp" }
    const clock = where(judgedByClock(report), {
        "zh-CN": "名单的期限按本机时间判断。",
        en: " The dates of the list were judged by this machine's clock.",
    })
    return {
        "zh-CN": `时间：${said["zh-CN"]}；${stamp["zh-CN"]}。${clock["zh-CN"]}`,
        en: `Time: ${said.en}; ${stamp.en}.${clock.en}`,
    }
}

/** How the files given stand to the record of what was sent. */
export function sentLine(report: VerdictFacts, { hasRecord, same, others, notGiven, own }: SentCount): Words {
    if (!hasRecord)
        return {
            "zh-CN": "发送件：这个包没有发送记录，无法比对。",
            en: "Sent: this packet has no record of what was sent; nothing was compared.",
        }
    const unknown = where(others.length > 0, {
        "zh-CN": `；不在发送记录里的 ${String(others.length)} 个：${some(others)["zh-CN"]}`,
        en: `; ${String(others.length)} not in the record: ${some(others).en}`,
    })
    const absent = where(notGiven > 0, {
        "zh-CN": `；记录里另有 ${String(notGiven)} 个文件这次没有给出`,
        en: `; the record has ${String(notGiven)} more that were not given`,
    })
    const passed = where(own > 0, {
        "zh-CN": `；所给的包自己的清单、签名和说明 ${String(own)} 个没有比对`,
        en: `; ${String(own)} lists, signatures and notes of the packet given were not compared`,
    })
    const broken = where(report.verdict === "broken", {
        "zh-CN": "包本身有不符，发送记录不能作为依据。",
        en: " The packet itself has faults, so the record cannot be relied on.",
    })
    return {
        "zh-CN": `发送件：给出 ${String(same + others.length)} 个文件，内容与发送记录一致的 ${String(same)} 个${unknown["zh-CN"]}${absent["zh-CN"]}${passed["zh-CN"]}。${broken["zh-CN"]}发送记录由制作留存包的人填写，不能说明已经发出、何时发出、对方是否收到。`,
        en: `Sent: ${counted(same + others.length, "file")} given, ${String(same)} with the content that the record names${unknown.en}${absent.en}${passed.en}.${broken.en} The record was entered by the archive's maker; it does not show that or when anything was sent, or that it arrived.`,
    }
}

/** What the verdict does not prove. */
export function limitsLine(report: VerdictFacts): Words {
    if (report.verdict === "refused")
        return {
            "zh-CN": "没有核对，所以不能说明文件是否被改动；也不能说明：内容属实；提供人身份；本包是公文。",
            en: "Nothing was checked, so whether files were changed is not shown; nor that the contents are true, who provided them, or that this is an official document.",
        }
    const { claimed } = report.time
    const made = where(claimed !== null, {
        "zh-CN": `（包内注明${stated(claimed ?? "")["zh-CN"]}）`,
        en: ` (stated: ${stated(claimed ?? "").en})`,
    })
    const again = madeAgain(report)
    // An older archive is as whole as the newest: what was added since cannot be missed by the lists.
    const latest = where(report.kind === "archive", {
        "zh-CN": "；这是最新的一份（以后加的层不在包内，请看办理台账最后记下的核对码）",
        en: "; that it is the latest one (layers added since are not in it: see the last check code that the journal has)",
    })
    return {
        "zh-CN": `不能说明：内容属实；提供人身份；文件在清单形成${made["zh-CN"]}之前未被改动；本包是公文${latest["zh-CN"]}${again["zh-CN"]}。`,
        en: `Not shown: that the contents are true; who provided them; that files were unchanged before the list was made${made.en}; that this is an official document${latest.en}${again.en}.`,
    }
}

/** That the packet could have been made anew as a whole, and where the reader finds a code to compare with. */
function madeAgain(report: VerdictFacts): Words {
    const compare = {
        draft: {
            "zh-CN": "请比对纸质《材料核对单》上的核对码",
            en: "compare the check code with the paper sheet",
        },
        submission: { "zh-CN": "请向发送单位核对核对码", en: "ask the sender for the check code" },
        other: {
            "zh-CN": "请与制作单位记下的核对码比对",
            en: "compare the check code with the one its maker noted",
        },
    }[report.kind === "draft" || report.kind === "submission" ? report.kind : "other"]
    return {
        nobody: NOTHING,
        "key-holders": {
            "zh-CN": `；持有密钥的人没有重新制作过整个包（${compare["zh-CN"]}）`,
            en: `; that no holder of the key made the whole packet anew (${compare.en})`,
        },
        anybody: {
            "zh-CN": `；整个包没有被重新制作过（${compare["zh-CN"]}）`,
            en: `; that the whole packet was not made anew (${compare.en})`,
        },
    }[remakers(report)]
}
