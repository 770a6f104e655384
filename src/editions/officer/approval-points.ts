import { printBeijing, printChineseDate, printUtc } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { type Laws, provision } from "../../facts/legal/laws.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { citations, cite } from "../shared/citations.ts"
import { type EvidenceItem, releasedForm } from "../shared/evidence-item.ts"
import { EVENT_ZH, KEY_STATE_ZH } from "../shared/incident.words.ts"
import { lossPhrase } from "../shared/loss.ts"
import { matterZh } from "../shared/matter.ts"
import { ROLE_ZH } from "../shared/matter.words.ts"
import { isPolice } from "../shared/police-names.ts"
import { money, shown } from "../shared/print.ts"

/**
 * 报请要点（供起草呈请报告参考）: what an officer needs to write the internal report in the agency's own form. It is no
 * document of the police: no heading of one, no place for a number, no words of approval, and no opinion on whether
 * anything is lawful.
 */

/** Matters that have a rule, in the order in which they come up, each with the provisions it rests on. */
const BASES: readonly (readonly [matter: string, ids: readonly string[]])[] = [
    ["管辖", ["jurisdiction"]],
    ["调查核实", ["inquiry"]],
    ["调取证据", ["obtaining", "obtainingData"]],
    ["所得材料的使用", ["inquiryEvidence"]],
    ["查询、冻结财产", ["propertyQuery", "freezing"]],
    ["向境外提供个人信息", ["stateOrgans"]],
    ["境外证据材料", ["foreignMaterial", "translation"]],
    ["刑事司法协助渠道", ["formalRoute"]],
]

const CITED = {
    inquiry: ["inquiry"],
    obtaining: ["obtaining", "obtainingData"],
    query: ["propertyQuery"],
    freezing: ["freezing"],
    formal: ["formalRoute"],
    abroad: ["stateOrgans"],
    secrets: ["stateSecrets", "workSecrets"],
    foreign: ["foreignState", "foreignAuthority"],
    answer: ["foreignMaterial", "translation"],
} as const

/** Data of 报请要点. */
export function approvalPointsView(
    facts: Case,
    items: readonly EvidenceItem[],
    recipient: Recipient,
    laws: Laws,
): object {
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        preparedOn: printChineseDate(facts.preparedAt),
        points: factLines(facts, items),
        recipient: recipient.name.zh,
        groups: recipient.dataGroups
            .filter(({ about }) => about !== "orders" || (facts.orders ?? []).length > 0)
            .map(({ zh }) => ({ text: zh })),
        law: citations(laws, CITED),
        bases: BASES.map(([matter, ids]) => ({ matter, ...basis(laws, ids) })),
        compiledOn: laws.compiledOn,
        routes: Object.values(recipient.routes).map((route) => ({
            name: route.name.zh,
            address: route.address ?? "由持有该账号的单位提交",
            source: route.source,
            verified: isBlank(route.verifiedOn) ? "未经核实" : `${shown(route.verifiedOn)} 核实`,
        })),
        unverified: Object.values(recipient.routes).some(({ verifiedOn }) => isBlank(verifiedOn)),
        identifiers: identifiersLine(facts),
        pictures: String(items.filter((item) => releasedForm(item) !== undefined).length),
        images: Object.values(recipient.routes)
            .filter(({ identityImages }) => identityImages === "yes")
            .map(({ name }) => name.zh)
            .join("、"),
        receivers: recipient.identityReceivers.zh,
        notice: recipient.userNotice.zh,
    }
}

function isBlank(day: string | undefined): boolean {
    return day === undefined || day === ""
}

interface FactLine {
    readonly label: string
    readonly text: string
    readonly ids?: readonly { readonly name: string; readonly id: string }[]
}

/** Six lines: who reported, which account, what happened, who had access, what is missing, what there is to show it. */
function factLines(facts: Case, items: readonly EvidenceItem[]): FactLine[] {
    const { account, incident } = facts
    const first = incident.firstOperation.at
    const last = incident.lastOperation.at
    return [
        {
            label: "报案",
            text: `报案人${shown(facts.reporter.name)}，联系电话 ${shown(facts.reporter.phone)}。${reportsLine(facts)}`,
        },
        {
            label: "账户",
            text: `${shown(account.exchange)}账户`,
            ids: [
                ...(account.uid === undefined ? [] : [{ name: "用户编号（UID）", id: account.uid }]),
                ...(account.registeredEmail === undefined ? [] : [{ name: "注册邮箱", id: account.registeredEmail }]),
            ],
        },
        {
            label: "经过",
            text: `据报案人陈述，${printBeijing(first)}至${printBeijing(last)}，即 ${printUtc(first)} 至 ${printUtc(last)}，${EVENT_ZH[incident.kind](ROLE_ZH.reporter)}；报案人于${printBeijing(incident.noticedAt)}发现。`,
        },
        { label: "授权", text: accessLine(facts) },
        { label: "损失", text: lossLine(facts) },
        { label: "材料", text: materialsLine(facts, items) },
    ]
}

function reportsLine({ reports }: Case): string {
    const told = reports.map((report) => {
        const details = [
            report.at === undefined ? undefined : printChineseDate(report.at),
            report.number === undefined ? undefined : `编号 ${shown(report.number)}`,
        ].filter((part) => part !== undefined)
        const verb = isPolice(report.to) ? "报案" : "反映"
        return `向${shown(report.to)}${verb}${details.length === 0 ? "" : `（${details.join("，")}）`}`
    })
    return told.length === 0 ? "" : `此前${told.join("，")}。`
}

function accessLine({ apiKey, twoFactor }: Case): string {
    const key =
        apiKey.state === "none"
            ? "报案人称未向第三方授权接口密钥"
            : `报案人曾把接口密钥授权给“${shown(apiKey.thirdParty)}”，权限为${shown(apiKey.permissions.join("、"), "无")}；密钥${KEY_STATE_ZH[apiKey.state]}`
    const second = { yes: "已开启双重验证", no: "未开启双重验证", unknown: "是否开启双重验证不清楚" }[twoFactor.enabled]
    return `${key}。${second}。`
}

function lossLine(facts: Case): string {
    const { loss } = facts
    const net =
        loss.netLoss === undefined
            ? ""
            : `报案人计算净亏 ${money(loss.netLoss.value)}（来源：${shown(loss.netLoss.source)}）。`
    return `报案人称被转出或者卖出的资产：${lossPhrase(facts)}。${net}数额未经核实，算法见《损失计算说明》。`
}

function materialsLine({ originals }: Case, items: readonly EvidenceItem[]): string {
    const count = (folder: string) => items.filter(({ entry }) => entry.folder === folder).length
    const kinds = [
        [count("evidence"), "件截图等材料"],
        [count("exports"), "件平台导出文件"],
    ] as const
    const given = kinds.flatMap(([n, what]) => (n === 0 ? [] : [`${String(n)} ${what}`])).join("、")
    const files = given === "" ? "未随附电子文件" : `随附${given}，均已计算 SHA-256 值`
    return `${files}。原始载体：${shown(originals).replace(/。$/, "")}。`
}

/** What of the account would be named to the recipient. */
function identifiersLine(facts: Case): string {
    const kinds = [
        [facts.orders?.length ?? 0, "笔订单的编号、时间、数量"],
        [facts.transfers?.length ?? 0, "笔划转的时间、数量"],
        [facts.ips?.length ?? 0, "个供比对的 IP 地址"],
    ] as const
    const listed = kinds.flatMap(([n, what]) => (n === 0 ? [] : [`${String(n)} ${what}`]))
    return ["账户的用户编号、注册邮箱", ...listed].join("，")
}

/** Provisions of a matter, and for each law behind them its date and standing. */
function basis(laws: Laws, ids: readonly string[]): { readonly articles: string; readonly dated: string } {
    const provisions = ids.map((id) => provision(laws, id))
    const sources = [...new Map(provisions.map(({ of }) => [of.id, of])).values()]
    const dated = sources.map((law) => {
        const name = sources.length > 1 ? `《${law.short ?? law.name}》` : ""
        return `${name}${law.dated}，${law.status}`
    })
    return { articles: cite(...provisions), dated: dated.join("；") }
}
