import type { NamedBytes } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { type PortalSheet, portalSheet } from "../../editions/officer/portal.ts"
import type { Checklist } from "../../facts/checklist/checklist.ts"
import { writeCopyPage } from "../../typeset/mail/copy-page.ts"
import { composePdf } from "../print/compose.ts"
import { OFFICER_PAGE_NAME, OFFICER_SHEET_NAME, portalPageName } from "./names.ts"
import type { Undertaking } from "./undertake.ts"

/** 门户填报信息单, to print and to copy from. It stays on the officer's machine, beside what is sent and never in it. */

/** Both forms of the sheet; nothing where the recipient has no portal with known steps. */
export async function portalSheets(
    undertaking: Undertaking,
    host: Host,
    checklist: Checklist,
    files: readonly string[],
): Promise<NamedBytes[]> {
    const sheet = sheetOf(undertaking, checklist, files)
    if (sheet === undefined) return []
    const { ref, at } = undertaking
    const { bytes } = await composePdf(host, { template: "zh-CN/officer-sheet", data: sheet, at, ref, neutral: false })
    return [
        { name: OFFICER_SHEET_NAME, bytes },
        { name: OFFICER_PAGE_NAME, bytes: pageOf(sheet) },
    ]
}

/** The page as it stands after the seal; nothing where the request does not go through a portal. */
export function portalPage(
    undertaking: Undertaking,
    checklist: Checklist,
    files: readonly string[],
): NamedBytes | undefined {
    if (undertaking.input.officer.route === "email") return undefined
    const sheet = sheetOf(undertaking, checklist, files)
    return sheet === undefined ? undefined : { name: portalPageName(undertaking.stem), bytes: pageOf(sheet) }
}

function sheetOf(
    { facts, ref, recipient, input }: Undertaking,
    checklist: Checklist,
    files: readonly string[],
): PortalSheet | undefined {
    return portalSheet(facts, ref, recipient, checklist, input.officer, files)
}

const HAN = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]

function pageOf(sheet: PortalSheet): Uint8Array {
    return writeCopyPage({
        title: "门户填报信息单（本机使用，不发送）",
        subtitle: `${sheet.recipient}　编号 ${sheet.ref}　${sheet.at}`,
        warnings: [
            "本页含民警个人信息，只供填报人在本机使用：不交报案人，不随请求发送，用完按本单位规定处理。",
            `所选渠道：${sheet.chosen}${sheet.isPortal ? "。" : "；走门户时按本页填报。"}未经批准，请勿上传证件照片。`,
        ],
        facts: [
            ["门户地址", `${sheet.portal.address}（${sheet.portal.source}；${sheet.portal.verified}）`],
            ["填写", "单击内容即全部选中，也可按“复制”。门户上的英文名称可能略有不同，按意思对应。"],
        ],
        sections: sheet.stages.map(({ stage, note, steps }, i) => ({
            title: `${HAN[i] ?? String(i + 1)}、${stage}`,
            ...(note === undefined ? {} : { note }),
            groups: steps.map((step) => ({
                number: step.number,
                title: step.zh,
                ...(step.en === undefined ? {} : { titleEn: step.en }),
                rows: step.values.map(({ label, labelEn, copy, zh, state, typed }) => {
                    return { label, labelEn, value: copy, note: zh, state, copy: typed }
                }),
            })),
        })),
        closing: `提交以后：记下受理编号、提交时间、提交人，写明由谁查看回复。跟进地址：${sheet.followUp}（引用受理编号和编号 ${sheet.ref}）。`,
    })
}
