import type { DatedAct, SealingIssues } from "../base/issues/sealing.ts"
import type { Words } from "../base/lang.ts"
import type { Messages } from "./message.ts"
import { sheet } from "./scan.ts"

/** What may make texts anew that nobody changed. */
const CAUSE: Readonly<Record<string, Words>> = {
    program: { "zh-CN": "程序", en: "program" },
    templates: { "zh-CN": "模板", en: "templates" },
    profile: { "zh-CN": "渠道资料", en: "profile" },
}
const causes = (said: string): readonly Words[] => said.split(" ").flatMap((cause) => CAUSE[cause] ?? [])
const causesZh = (said: string): string => {
    const names = causes(said).map((words) => words["zh-CN"])
    return names.length === 0 ? "准备文件夹被改动过" : `${names.join("、")}已更新`
}
const causesEn = (said: string): string => {
    const names = causes(said).map(({ en }) => en)
    return names.length === 0 ? "the prepared folder was changed" : `${names.join(", ")} changed`
}

const ACT: Readonly<Record<DatedAct, Words>> = {
    receipt: { "zh-CN": "受案回执日期", en: "the date of the receipt" },
    filing: { "zh-CN": "立案日期", en: "the date of filing" },
    approval: { "zh-CN": "批准日期", en: "the date of approval" },
    countyHead: { "zh-CN": "县级公安机关负责人批准日期", en: "the approval of the county-level head" },
    instrument: { "zh-CN": "法律文书日期", en: "the date of the instrument" },
    letter: { "zh-CN": "公函日期", en: "the date of the letter" },
    completed: { "zh-CN": "办理时间", en: "the time of completion" },
    mailbox: { "zh-CN": "邮箱认可日期", en: "the date on which the mailbox was accepted" },
    channel: { "zh-CN": "渠道核实日期", en: "the date on which the channel was verified" },
    replaced: { "zh-CN": "以公函代替证件照片的日期", en: "the date on which a letter was accepted instead of photos" },
    identity: { "zh-CN": "证件照片对外提供的批准日期", en: "the approval of identity images" },
    assessment: { "zh-CN": "出境评估日期", en: "the date of the assessment" },
    consent: { "zh-CN": "同意书日期", en: "the date of the consent" },
    replyBy: { "zh-CN": "提供期限", en: "the day by which to reply" },
    treaty: { "zh-CN": "司法协助请求书日期", en: "the date of the treaty request" },
    confirmed: { "zh-CN": "收件方确认账户的日期", en: "the day on which the desk named the account" },
    term: { "zh-CN": "冻结期限届满之日", en: "the end of the freeze" },
}

export const sealingIssues: Messages<keyof SealingIssues> = {
    "request.letter-code.format": (p) => ({
        "zh-CN": { message: `公函核对码 ${p.found} 应为 8 位数字和字母 a 至 f`, hint: "见公函末尾“公函核对码”" },
        en: {
            message: `letter code ${p.found} must be eight digits or letters a to f`,
            hint: "it stands at the end of the letter",
        },
    }),
    "request.letter-code.missing": () => ({
        "zh-CN": {
            message: "尚未填写公函核对码",
            hint: "请照抄已盖章公函末尾的“公函核对码”，不要从别处抄：只有这样才知道盖章的就是这一份",
        },
        en: {
            message: "letterCode is not filled in",
            hint: "copy it from the end of the sealed letter and from nowhere else: only so it shows that this is the letter that was sealed",
        },
    }),
    "request.letter-code.different": (p) => ({
        "zh-CN": {
            message: `公函核对码 ${p.found} 与第一步的文件不符`,
            hint: "先对照盖章的公函，看有没有抄错；没有抄错的，盖章的是另一份公函，或者是另一次生成的：请改用那一份的文件夹，或重新准备、重新盖章",
        },
        en: {
            message: `letter code ${p.found} does not belong to the files of the first step`,
            hint: "see whether it was copied rightly from the sealed letter; if so, another letter was sealed, or that of another run: take the folder of that one, or prepare and seal anew",
        },
    }),
    "request.prepared.missing": (p) => ({
        "zh-CN": { message: `准备文件夹中缺少 ${p.file}`, hint: "请重新运行第一步（不带 --sealed）" },
        en: { message: `the prepared folder lacks ${p.file}`, hint: "run the first step of complete again" },
    }),
    "request.prepared.changed": (p) => ({
        "zh-CN": {
            message: `${p.file} 在准备之后被改动过`,
            hint: "公函已写明该附件的校验值；请用原来的文件，或重新准备并重新盖章",
        },
        en: {
            message: `${p.file} was changed after it was prepared`,
            hint: "the letter quotes its hash: use the original file, or prepare and seal anew",
        },
    }),
    "request.prepared.other-case": (p) => ({
        "zh-CN": { message: `准备文件夹属于 ${p.found}，不是 ${p.expected}` },
        en: { message: `the prepared folder belongs to ${p.found}, not to ${p.expected}` },
    }),
    "request.prepared.other-draft": (p) => ({
        "zh-CN": {
            message: `公函是按核对码为 ${p.sealed} 的材料包准备的，现在这份的核对码是 ${p.found}`,
            hint: "请用盖章时的那份材料包；报案人重新制作了材料的，重新做第一步，重新盖章",
        },
        en: {
            message: `the letter was prepared from the packet with check code ${p.sealed}; this one has ${p.found}`,
            hint: "use the packet of the sealed letter; if the materials were made anew, do the first step again and have the new letter sealed",
        },
    }),
    "request.prepared.field": (p) => ({
        "zh-CN": {
            message: `公函盖章时这里是“${p.sealed}”，现在${p.found === "" ? "没有填写" : `是“${p.found}”`}`,
            hint: "改回盖章时的内容；确须改动的，重新做第一步，重新盖章",
        },
        en: {
            message: `when the letter was sealed this was "${p.sealed}", now it is ${p.found === "" ? "blank" : `"${p.found}"`}`,
            hint: "put back what was sealed; if it must change, do the first step again and have the new letter sealed",
        },
    }),
    "request.prepared.filled-in": (p) => ({
        "zh-CN": {
            message: `公函盖章时这里没有填写，现在是“${p.found}”`,
            hint: "先补填，重新做第一步，重新盖章；不需要的，清空这一格",
        },
        en: {
            message: `when the letter was sealed this was blank, now it is "${p.found}"`,
            hint: "keep it and do the first step again, with a new seal; or clear it if it is not needed",
        },
    }),
    "request.prepared.remade": (p) => ({
        "zh-CN": {
            message: `填写的内容没有改动，但现在生成的文字与盖章的公函不同：${causesZh(p.causes)}`,
            hint: `请用原版本（${p.sealedWith}），或重新做第一步，重新盖章`,
        },
        en: {
            message: `nothing that was filled in has changed, but the texts made now differ from the sealed ones: ${causesEn(p.causes)}`,
            hint: `use the version that made the letter (${p.sealedWith}), or do the first step again and have it sealed`,
        },
    }),
    "request.prepared.address": (p) => ({
        "zh-CN": {
            message: `报批时的发送地址是“${p.sealed}”，渠道资料中现在是“${p.found}”`,
            hint: "请由网安从官方页面核对；地址确实变了的，重新做第一步，重新报批",
        },
        en: {
            message: `when this was approved the address was "${p.sealed}", in the profile it is now "${p.found}"`,
            hint: "have it checked against the official page; if it did change, do the first step again and have it approved",
        },
    }),
    "request.prepared.earlier": () => ({
        "zh-CN": {
            message: "准备文件夹由较早的版本生成，没有记下公函的全部内容，无法与现在的信息比对",
            hint: "请用原版本办完，或重新做第一步，重新盖章",
        },
        en: {
            message:
                "the prepared folder was made by an earlier version, which did not record all that the letter says",
            hint: "finish with that version, or do the first step again and have the new letter sealed",
        },
    }),
    "request.sealed.none": (p) => ({
        "zh-CN": {
            message: `${p.folder} 中没有盖章公函的扫描件`,
            hint: "请把扫描件（PDF，或逐页的 JPEG、PNG）放进去，或用 --sealed 指明",
        },
        en: {
            message: `no scan of the sealed letter in ${p.folder}`,
            hint: "put it there (a PDF, or a JPEG or PNG for each page), or name it with --sealed",
        },
    }),
    "request.sealed.unsealed": (p) => ({
        "zh-CN": {
            message: `${p.file} 就是第一步生成的文件，没有打印、盖章`,
            hint: "请打印公函，报批、盖章，再提供盖章以后的扫描件或照片",
        },
        en: {
            message: `${p.file} is a file as the first step made it, neither printed nor sealed`,
            hint: "print it, have it approved and sealed, and give the scan of the sealed paper",
        },
    }),
    "request.sealed.no-picture": (p) => ({
        "zh-CN": {
            message: `${p.file} 里没有任何图像：是从电脑里直接存出的 PDF，不是盖章以后的扫描件`,
            hint: "请把盖章的公函扫描成 PDF，或者逐页拍照；加盖电子印章的，用签章软件存出的、看得见印章的那一份",
        },
        en: {
            message: `${p.file} holds no picture: a PDF saved from a computer, not the scan of a sealed paper`,
            hint: "scan or photograph the sealed letter; of a letter with an electronic seal give the PDF that shows the seal",
        },
    }),
    "request.sealed.pages": (p) => ({
        "zh-CN": {
            message: `公函 ${String(p.expected)} 页，扫描件 ${String(p.found)} 页`,
            hint: "请把盖章公函的每一页按顺序扫描齐全；套用本单位格式、页数不同的，在“套用本单位格式的公函页数”中写明共几页；后附英文译本的，译本也要盖章、扫描",
        },
        en: {
            message: `the letter has ${String(p.expected)} pages, the scan ${String(p.found)}`,
            hint: "scan every page in order; if it was sealed in the agency's own form, fill in “Pages of the letter in the agency's own form” (ownForm.pages); an English translation behind the letter is sealed and scanned too",
        },
    }),
    "request.sealed.wide": (p) => ({
        "zh-CN": {
            message: `${sheet(p)["zh-CN"]}是横的，公函各页是竖的`,
            hint: "可能放倒了，或者两页拍在一张里：请转正，一页一张；确实是横页的不用改",
        },
        en: {
            message: `${sheet(p).en} is wider than high; pages of a letter are not`,
            hint: "it may lie on its side, or two pages may be in one picture: turn it upright, one page a picture; if the page is a wide one, leave it",
        },
    }),
    "request.dates.order": (p) => ({
        "zh-CN": {
            message: `${ACT[p.later]["zh-CN"]}（${p.laterOn}）早于${ACT[p.earlier]["zh-CN"]}（${p.earlierOn}）`,
            hint: "请核对这两个日期",
        },
        en: {
            message: `${ACT[p.later].en} (${p.laterOn}) is before ${ACT[p.earlier].en} (${p.earlierOn})`,
            hint: "check both dates",
        },
    }),
    "request.prepared.unreadable": (p) => ({
        "zh-CN": { message: `${p.file} 读不懂`, hint: "请重新运行第一步（不带 --sealed）" },
        en: { message: `${p.file} cannot be read`, hint: "run the first step of complete again" },
    }),
    "request.sealed.needs-prepared": () => ({
        "zh-CN": {
            message: "--sealed 要与 --prepared 一起使用",
            hint: "--prepared 指向第一步生成的 <编号>-prepared 文件夹",
        },
        en: {
            message: "--sealed goes with --prepared",
            hint: "--prepared names the <ref>-prepared folder of the first step",
        },
    }),
}
