import type { Issue } from "../../base/issue.ts"
import { printChineseDate } from "../../base/text/time.ts"
import type { LeafState, LeafStatus } from "../../facts/checklist/checklist.ts"
import type { ConditionId, ConditionStatus, SuggestionId } from "../../facts/checklist/conditions.ts"
import type { Supplier } from "../../facts/checklist/material.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { FORM } from "../../facts/officer/officer-form.data.ts"
import { messageOf } from "../../messages/index.ts"
import { shown } from "../shared/print.ts"

/** The checklist's words: states, reasons, who supplies what, and where it is. */

export const LEAF_ZH: Readonly<Record<LeafState, string>> = {
    ready: "已备",
    missing: "缺",
    problem: "有问题",
    prepared: "已备好，未随信",
    "identity-mail": "随身份邮件",
    "not-needed": "该渠道不需要",
    "by-hand": "请人工核对",
}

/** What the five conditions are called. */
export const CONDITION_ZH: Readonly<Record<ConditionId, string>> = {
    "sealed-letter": "盖章公函（扫描件）",
    "legal-instrument": "法律文书（名称、文号、日期、扫描件）",
    approval: "批准人及批准日期",
    channel: "渠道已核实（何人、何日、如何核实）",
    mailbox: "工作邮箱获收件方认可",
}

/** Who supplies something. */
export const SUPPLIER_ZH: Readonly<Record<Supplier, string>> = {
    officer: "民警",
    reporter: "报案人",
    superior: "上级",
}

/** What an open condition stops. */
export const STOPS_ZH: Readonly<Record<ConditionStatus["stops"], string>> = {
    everything: "不生成任何可发送的文件",
    "identity-images": "证件图像不得发送；可发函询问渠道",
}

/** What is suggested and what for. */
export const SUGGESTION_ZH: Readonly<Record<SuggestionId, { what: string; why: string }>> = {
    "call-back": {
        what: "单位官网网址和官网公布的总机号码",
        why: "收件方据此回拨核实；写入英文函",
    },
    "filing-decision": {
        what: "立案决定书；尚未立案的，受案回执",
        why: "有的收件方要求；冻结须已立案",
    },
    "second-officer": { what: "第二名民警的姓名", why: "有的收件方要求两名民警" },
    "agency-letter": {
        what: "单位公函，写明民警姓名、职务及由其办理本案",
        why: "证明由其经办；可先问收件方能否代替证件照片",
    },
    "legal-review": { what: "法制部门意见", why: "直接向境外企业提出请求前，先听取意见" },
}

const LACKING_ZH: Readonly<Record<string, string>> = {
    scan: "扫描件",
    name: "中英文名称",
    number: "文号",
    date: "日期",
    approver: "批准人",
    confirmation: "核实记录",
}

/** What an open condition lacks, as the conclusion names it; what is there of it is not named again. */
export function openCondition({ id, lacking }: ConditionStatus): string {
    const parts = lacking.map((part) => LACKING_ZH[part] ?? part)
    if (id === "legal-instrument") return `法律文书（${parts.join("、")}）`
    return id === "approval" ? parts.map((part) => (part === "日期" ? "批准日期" : part)).join("、") : CONDITION_ZH[id]
}

/** A missing detail by the labels of its blank rows, which say more than `号码` does. */
export function openLeaf({ label, blankFields }: LeafStatus): string {
    return blankFields.length > 0 ? labels(blankFields) : label
}

/** Why a detail stands as it does, and what to do; one line each. */
export function leafReason(leaf: LeafStatus, officer: Officer | undefined): string[] {
    const said = [...leaf.findings.map((found) => `核对：${sentence(found)}`), ...unmarked(leaf, officer)]
    switch (leaf.state) {
        case "missing":
            if (leaf.kind === "photo") return ["未提供照片"]
            if (leaf.kind === "materials") return ["未提供"]
            return leaf.blankFields.length === leaf.fields.length
                ? ["未填"]
                : [...values(leaf.fields, officer), `未填：${labels(leaf.blankFields)}`]
        case "prepared":
            return ["发送条件未全部满足（见第二部分），暂不发送", ...said]
        case "identity-mail":
            return ["放在证件文件夹，另用单独的邮件发送", ...said]
        case "not-needed":
            return ["所选渠道不查验证件照片"]
        case "by-hand":
            return ["程序无法判断是否备齐，请按收件方要求准备并逐项核对"]
        default:
            if (leaf.kind === "materials") return ["由报案人的材料包生成"]
            return leaf.kind === "photo" && leaf.findings.length === 0
                ? ["可以上传", ...said]
                : [...values(leaf.fields, officer), ...said]
    }
}

/** Who answers for an image without the mark. */
function unmarked(leaf: LeafStatus, officer: Officer | undefined): string[] {
    const { approver, reason } = officer?.identityUnmarked ?? {}
    if (leaf.kind !== "photo" || approver === undefined || reason === undefined) return []
    return [`未加“仅供核验”字样：${shown(approver)}批准，理由：${shown(reason)}`]
}

const TYPE_ZH: Readonly<Record<string, string>> = { landline: "座机", mobile: "手机" }

/** What the fields hold, so that the officer checks them here once more. */
function values(fields: readonly string[], officer: Officer | undefined): string[] {
    return fields.flatMap((field) => {
        let value: unknown = officer
        for (const key of field.split("."))
            value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined
        return typeof value === "string" && value.trim() !== "" ? [TYPE_ZH[value] ?? shown(value)] : []
    })
}

/** A finding in the words of the terminal, with what to do about it. */
function sentence(found: Issue): string {
    const { message, hint } = messageOf(found, "zh-CN")
    return shown(hint === undefined || hint === "" ? `${message}。` : `${message}。${hint}。`)
}

/** What fields are called on the form; what they share is said once: `单位全称（中文、英文）`. */
export function labels(fields: readonly string[]): string {
    const kinds = new Map<string, string[]>()
    for (const field of fields) {
        const label = FORM.flatMap(({ rows }) => rows).find((row) => row.field === field)?.label ?? field
        const [, name = label, kind] = /^(.+)（(.+)）$/.exec(label) ?? []
        kinds.set(name, [...(kinds.get(name) ?? []), ...(kind === undefined ? [] : [kind])])
    }
    return [...kinds].map(([name, of]) => (of.length === 0 ? name : `${name}（${of.join("、")}）`)).join("、")
}

const FORM_ZH = "民警信息表"

/** Files and places in them; before there is an officer, where it is to be filled in. */
export function leafWhere({ kind, fields, files }: LeafStatus, officer: Officer | undefined): string[] {
    if (kind === "materials") return files.length === 0 ? ["本材料包"] : files.map((name) => shown(name))
    if (kind === "by-hand") return ["民警自备"]
    if (kind === "photo") return [files[0] === undefined ? "证件照片文件夹" : shown(files[0])]
    return [`${officer === undefined ? FORM_ZH : shown(files[0], FORM_ZH)}：${labels(fields)}`]
}

/** Rows of the form that hold a condition's record; papers are files of their own. */
const ROWS_ZH: Readonly<Partial<Record<ConditionId, string>>> = {
    approval: "批准人各项",
    channel: "渠道核实各项",
    mailbox: "邮箱认可各项",
}

/** Where what meets a condition is, or is to be put. */
export function conditionWhere({ id, by, files }: ConditionStatus): string {
    if (by === "account") return "—"
    const names = files.map((name) => shown(name)).join("、")
    const rows = by === "domain" ? "工作邮箱" : ROWS_ZH[id]
    if (rows !== undefined) return `${names === "" ? FORM_ZH : names}：${rows}`
    if (names !== "") return names
    return id === "sealed-letter" ? "盖章后扫描" : `${FORM_ZH}；扫描件另附`
}

const HOW_TO_ZH: Readonly<Record<ConditionId, string>> = {
    "sealed-letter": "打印公函，报批、盖章后扫描成 PDF",
    "legal-instrument": "经批准开具后填写，扫描成 PDF",
    approval: "调取由办案部门负责人批准；涉及财产的由县级以上公安机关负责人批准",
    channel: "请网安核对官方页面，或去信询问后记录",
    mailbox: "用 gov.cn 邮箱，或去信询问并记录对方答复",
}

/** What is lacking and how to get it, or by what a condition is met. */
export function conditionBasis(condition: ConditionStatus, officer: Officer | undefined): string {
    const { id, met, lacking, by } = condition
    if (!met) return `缺：${lacking.map((part) => LACKING_ZH[part] ?? part).join("、")}。${HOW_TO_ZH[id]}`
    const { instrument, approval, channelConfirmed, mailboxAccepted } = officer ?? {}
    switch (id) {
        case "sealed-letter":
            return "已盖章"
        case "legal-instrument":
            return [instrument?.nameZh, instrument?.number, instrument?.date && printChineseDate(instrument.date)]
                .map((part) => shown(part))
                .join("，")
        case "approval":
            return [approval?.approver, approval?.position, approval?.date && printChineseDate(approval.date)]
                .filter((part) => part !== undefined)
                .map((part) => shown(part))
                .join("，")
        case "channel":
            return confirmed(channelConfirmed)
        case "mailbox":
            if (by === "account") return "由已有账号提交，不用本人邮箱"
            return by === "domain" ? "邮箱域名属收件方认可的官方域名" : confirmed(mailboxAccepted)
    }
}

function confirmed(record: Officer["channelConfirmed"]): string {
    return record === undefined ? "—" : `${printChineseDate(record.on)}，${shown(record.by)}：${shown(record.how)}`
}
