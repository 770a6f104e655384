import { choice, code, type FormRow, text, time } from "./officer-form-row.ts"

/** Questions about an answer that came; the last section of the second sheet. */

const yesNo = choice({ 有: "yes", 没有: "no" })

export const RECEIVED_ROWS: readonly FormRow[] = [
    code("received.no", "答复的是第几次请求", "留存包里只有一次请求的可不填，如：1"),
    time("received.at", "答复收到时间", "写明时区，如：2023-06-01 09:20 北京时间"),
    {
        field: "received.way",
        kind: "choice",
        label: "答复收到方式",
        hint: "从下拉列表中选",
        words: { 门户: "portal", 邮件: "email", 司法协助: "treaty", 光盘等载体: "disc", 其他: "other" },
        also: { 门户下载: "portal", 电子邮件: "email" },
    },
    text("received.from", "答复的发件地址", "照抄发件邮箱、门户网址或者交付人"),
    text("received.provider", "答复的提供人", "照抄来信中的姓名、部门、职务"),
    text("received.ticket", "答复的受理编号", "照抄"),
    text("received.mailbox", "收件邮箱或者门户账号", "本单位用来收取的邮箱或者账号"),
    text("received.place", "答复的提取地点", "如：××派出所办案区"),
    text("received.device", "答复的提取设备", "电脑型号、编号"),
    time("received.extractedAt", "答复的提取时间", "写明时区，如：2023-06-01 10:05 北京时间"),
    text("received.firstOfficer", "答复的提取人一", "提取由二人进行"),
    text("received.secondOfficer", "答复的提取人二", "另一人的姓名"),
    text("received.witness", "答复的见证人", "如有"),
    yesNo("received.recorded", "提取时录音录像", "从下拉列表中选"),
    {
        field: "received.limits",
        kind: "choice",
        label: "使用范围限制",
        hint: "看来信正文、页脚和对方的执法指引；从下拉列表中选",
        words: { 未提出: "none", 有限制: "stated" },
        also: { 有: "stated", 无: "none" },
    },
    text("received.limitsText", "使用范围限制原文", "有限制的照抄原文"),
    yesNo("received.statement", "对方的书面说明", "从下拉列表中选"),
    yesNo("received.certificate", "电子证明文件", "从下拉列表中选"),
    {
        field: "received.translation",
        kind: "choice",
        label: "答复的中文译本",
        hint: "从下拉列表中选",
        words: { 不涉及外文: "not-needed", 已附译本: "attached", 待翻译: "pending" },
    },
    text("received.outstanding", "尚缺的内容", "只答复了一部分的才填，写明还缺什么"),
    text("received.original", "答复原始文件存放处", "如：案卷内第 3 号光盘"),
    {
        field: "received.hashes[]",
        kind: "record",
        label: "对方给出的校验值",
        hint: "文件名；算法；校验值。如：records.csv；SHA-256；64 位校验值",
        parts: ["file", "algorithm", "value"],
        partLabels: ["文件名", "算法", "校验值"],
        count: 5,
    },
]
