import type { Words } from "../base/lang.ts"
import { counted } from "./message.ts"
import { has, keptLists, type LayerCount, layerCounts, type VerdictFacts } from "./verdict-facts.ts"
import { NOTHING, where } from "./verdict-words.ts"

/** Who is asked for it again. */
const MAKER_ZH = { draft: "提供人", archive: "制作单位", submission: "发送单位", none: "提供人" } as const
const MAKER_EN = {
    draft: "whoever handed it over",
    archive: "the office that made it",
    submission: "the sender",
    none: "whoever handed it over",
} as const

/** Whether nothing is wrong with the packet but that it is not the one whose code was given. */
function isOtherPacket({ issues }: VerdictFacts): boolean {
    const errors = issues.filter(({ severity }) => severity === "error")
    return errors.length > 0 && errors.every(({ code }) => /^verify\.(?:code|sha256)\.differs$/.test(code))
}

/** Whether nothing is wrong but that what was given as a check code is none. */
function hasNoCode({ issues }: VerdictFacts): boolean {
    const errors = issues.filter(({ severity }) => severity === "error")
    return errors.length > 0 && errors.every(({ code }) => code === "verify.code.form")
}

const NO_CODE: Words = {
    "zh-CN": "文件本身齐全，只是所给的没有比对成，原因见上。",
    en: " Its files are as listed, but what was given could not be compared, as said above.",
}

const OTHER_PACKET: Words = {
    "zh-CN": "文件本身齐全，只是与所给的核对码或者 SHA-256 不一致：先看有没有输错，再找纸质单所写的那一份。",
    en: " Its files are as listed, but its check code or SHA-256 is not the one given: see whether that was mistyped, then look for the packet that the paper names.",
}

/** What it is by its own statement. */
export function kindLine(report: VerdictFacts): Words {
    const broken = isOtherPacket(report)
        ? OTHER_PACKET
        : hasNoCode(report)
          ? NO_CODE
          : where(report.verdict === "broken", {
                "zh-CN": `有上面所列的不符，请${MAKER_ZH[report.kind ?? "none"]}重新提供。`,
                en: ` It has the faults named above; ask ${MAKER_EN[report.kind ?? "none"]} for it again.`,
            })
    const odd = where(has(report, "verify.index.content"), {
        "zh-CN": "但包内的文件不是这种包应有的文件，不要按所注明的使用。",
        en: " But its files are not those of such a packet; do not use it as one.",
    })
    switch (report.kind) {
        case "draft":
            return {
                "zh-CN": `性质：包内注明为材料包（报案人整理，供公安机关参考），不是执法机关文书。${odd["zh-CN"]}${broken["zh-CN"]}`,
                en: `What it is: by its own statement, material prepared by the victim for the police; not a law-enforcement document.${odd.en}${broken.en}`,
            }
        case "archive": {
            const told = layers(report)
            return {
                "zh-CN": `性质：包内注明为留存包，共 ${String(report.layers.length)} 层。${told["zh-CN"]}${broken["zh-CN"]}`,
                en: `What it is: by its own statement, an archive of ${counted(report.layers.length, "layer")}. ${told.en}${broken.en}`,
            }
        }
        case "submission":
            return {
                "zh-CN": `性质：包内注明为对外发送件；是否为公函，以盖章的函件为准。${odd["zh-CN"]}${broken["zh-CN"]}`,
                en: `What it is: by its own statement, files to be sent to a recipient; whether they are an official request is shown by the sealed letter.${odd.en}${broken.en}`,
            }
        case null: {
            const next = report.verdict === "refused" ? unpackFirst(report) : broken
            return { "zh-CN": `性质：不能确定。${next["zh-CN"]}`, en: `What it is: unknown.${next.en}` }
        }
        default:
            return report.kind satisfies never
    }
}

function unpackFirst(report: VerdictFacts): Words {
    // A folder has nothing to unpack, and where the packet lies a finding says.
    return where(
        report.issues.some(({ code }) => code.startsWith("zip.")),
        {
            "zh-CN": "请先解压，再核对解压出的文件夹；仍不行的，请提供人重新提供。",
            en: " Unpack it and verify the folder; if that fails, ask for it again.",
        },
    )
}

/** What each layer has; what is said of an earlier layer is that this packet fits its list, not whose list it is. */
function layers(report: VerdictFacts): Words {
    const counts = layerCounts(report)
    const told = counts.map((count) => layerTold(count, report))
    const open = where(
        counts.some(({ code, isBound }) => code !== undefined && !isBound),
        {
            "zh-CN": "前面各层是不是当时移交的那一份，请用各层核对码与当时记下的（材料核对单、办理台账）比对。",
            en: " Whether the earlier layers are what was handed over then: compare their check codes with those noted then (on the paper sheet, in the journal).",
        },
    )
    const end = told.length === 0 ? NOTHING : { "zh-CN": "。", en: "." }
    return {
        "zh-CN": told.map((layer) => layer["zh-CN"]).join("；") + end["zh-CN"] + open["zh-CN"],
        en: told.map((layer) => layer.en).join("; ") + end.en + open.en,
    }
}

function layerTold(layer: LayerCount, report: VerdictFacts): Words {
    const { n, added, before, kept, missing, replaced, setAside, received, code, isGiven } = layer
    const given = where(isGiven, { "zh-CN": "，与所给的一致", en: ", the one given" })
    const own = where(code !== undefined, {
        "zh-CN": `（核对码 ${code ?? ""}${given["zh-CN"]}）`,
        en: ` (check code ${code ?? ""}${given.en})`,
    })
    const signed = where(code !== undefined && keptLists(report, n).signatures > 0, {
        "zh-CN": "，清单另有签名",
        en: ", its list signed by itself",
    })
    if (n === 1)
        return {
            "zh-CN": `第 1 层${own["zh-CN"]}注明为报案人的材料，材料 ${String(added)} 个${signed["zh-CN"]}`,
            en: `Layer 1${own.en}, by its statement the victim's material, has ${counted(added, "file")} of material${signed.en}`,
        }
    const lists = keptLists(report, n - 1).files
    const note = where(setAside > 0, {
        "zh-CN": `，注明 ${String(setAside)} 项事实“本次请求未采用”`,
        en: `, states that ${counted(setAside, "fact")} ${setAside === 1 ? "was" : "were"} not used for this request`,
    })
    const answer = where(received !== undefined, {
        "zh-CN": `（注明为收到的答复，其中收到的文件 ${String(received)} 个）`,
        en: ` (by its statement an answer received, with ${counted(received ?? 0, "file")} of it)`,
    })
    const earlier =
        kept === before
            ? {
                  "zh-CN": `前面的 ${String(before)} 个文件都在，与第 ${String(n - 1)} 层的清单一致`,
                  en: `all ${counted(before, "earlier file")} are here and agree with the list of layer ${String(n - 1)}`,
              }
            : {
                  "zh-CN": `前面的 ${String(before)} 个文件中，原样 ${String(kept)} 个，缺少 ${String(missing)} 个，被替换 ${String(replaced)} 个`,
                  en: `of ${counted(before, "earlier file")} ${String(kept)} are unchanged, ${String(missing)} missing, ${String(replaced)} replaced`,
              }
    return {
        "zh-CN": `第 ${String(n)} 层${own["zh-CN"]}增加材料 ${String(added - lists)} 个${answer["zh-CN"]}，另保存第 ${String(n - 1)} 层的清单和签名 ${String(lists)} 个${signed["zh-CN"]}${note["zh-CN"]}，${earlier["zh-CN"]}`,
        en: `layer ${String(n)}${own.en} adds ${counted(added - lists, "file")}${answer.en} and keeps the list and signatures of layer ${String(n - 1)} (${String(lists)})${signed.en}${note.en}, ${earlier.en}`,
    }
}
