import type { Severity } from "../../base/issue.ts"
import { conclusionZh, numbersZh } from "../../editions/checklist.ts"
import type { Checklist } from "../../request/checklist.ts"

/** Words of the command line; documents have their own. */

export type Lang = "zh-CN" | "en"

export interface Texts {
    readonly colon: string
    readonly hint: string
    readonly severity: Readonly<Record<Severity, string>>
    /** An error of a packet under judgement, which nobody here is asked to mend. */
    readonly fault: string
    errorCount(count: number): string
    readonly noIssues: string
    readonly wrote: string
    readonly sha256: string
    readonly checkCode: string
    readonly letterCode: string
    readonly conclusion: string
    numbers(checklist: Checklist): string
    conclusionOf(checklist: Checklist): string
    imported(added: number, unchanged: number): string
    readonly describe: string
    files(count: number, bytes: string): string
    readonly keyMade: string
    readonly keyPublic: string
    readonly keyPlain: string
    readonly afterPrepare: (code: string) => string
    readonly afterInit: (folder: string) => string
    readonly afterOfficerInit: (file: string) => string
    readonly unchanged: string
    readonly changed: string
    readonly newSheet: string
    readonly working: Readonly<Record<"reading" | "documents" | "packing" | "verifying", string>>
    readonly sample: Readonly<Record<"build" | "prepare" | "seal" | "verify", string>>
}

export const texts: Readonly<Record<Lang, Texts>> = {
    "zh-CN": {
        colon: "：",
        hint: "办法",
        severity: { error: "须改正", warning: "请核对", note: "提示" },
        fault: "不符",
        errorCount: (count) => `共 ${String(count)} 处须改正，未写出任何文件。`,
        noIssues: "没有发现问题。",
        wrote: "已写出",
        sha256: "SHA-256",
        checkCode: "核对码",
        letterCode: "附件核对码",
        conclusion: "结论",
        numbers: (checklist) => `${numbersZh(checklist).items} · ${numbersZh(checklist).conditions}`,
        conclusionOf: conclusionZh,
        imported: (added, unchanged) => `新登记 ${String(added)} 件，原有 ${String(unchanged)} 件未变。`,
        describe: "请在表中逐件填写说明和来源，存盘后再运行 lerpack check",
        files: (count, bytes) => `${String(count)} 个文件，${bytes} 字节`,
        keyMade: "密钥文件（请勿外传）",
        keyPublic: "公钥（可以交给核对的人）",
        keyPlain: "密钥未加口令；要加口令，请先设置环境变量 LERPACK_PASSPHRASE",
        afterPrepare: (code) =>
            `请打印公函报批盖章，扫描成 PDF；在民警信息中填写 letterCode: ${code}，再用 --prepared 和 --sealed 运行第二步。`,
        afterInit: (folder) =>
            [
                "现在就做：",
                "  1. 在交易所删除全部 API 密钥，修改密码，重设双重验证；不要卸载应用，不要恢复出厂设置。",
                "  2. 马上导出交易、划转、订单记录；交易所每次通常只给三个月。",
                "  3. 记下客服工单号；向公安机关报案，要求受案回执。",
                "  4. 当心“代追回”公司：先收费的都不要理。",
                `然后：填写 ${folder}/case.yaml 的十二个问题；截图放进 evidence，导出文件放进 exports；运行 lerpack import ${folder}`,
            ].join("\n"),
        afterOfficerInit: (file) =>
            `请填写 ${file}；证件照片另放一个文件夹，文件名含“正面”“反面”“手持”，不要交给报案人。`,
        unchanged: "（不变）",
        changed: "（已变）",
        newSheet: "压缩包的 SHA-256 已改变：请重新打印《材料核对单》，或在单上改写为新值。",
        working: { reading: "正在读取", documents: "正在生成文书", packing: "正在打包", verifying: "正在核对" },
        sample: {
            build: "一、报案人生成材料包",
            prepare: "二、民警准备公函和附件",
            seal: "三、盖章扫描后生成对外发送件和留存包",
            verify: "四、核对",
        },
    },
    en: {
        colon: ": ",
        hint: "what to do",
        severity: { error: "error", warning: "please check", note: "note" },
        fault: "fault",
        errorCount: (count) => `${String(count)} ${count === 1 ? "error" : "errors"}; nothing was written.`,
        noIssues: "no findings.",
        wrote: "written",
        sha256: "SHA-256",
        checkCode: "check code",
        letterCode: "letter code",
        conclusion: "conclusion",
        numbers: (checklist) =>
            `items ${String(checklist.itemsDone)}/${String(checklist.items.length)} · conditions ${String(checklist.conditionsMet)}/${String(checklist.conditions.length)}`,
        conclusionOf: ({ conclusion }) =>
            ({
                send: "may be sent",
                "ask-channel": "you may write to ask about the channel; identity images must not be sent",
                stop: "must not be sent yet; see the checklist",
            })[conclusion],
        imported: (added, unchanged) => `${String(added)} registered, ${String(unchanged)} unchanged.`,
        describe: "describe each file in the sheet, save it, then run lerpack check",
        files: (count, bytes) => `${String(count)} files, ${bytes} bytes`,
        keyMade: "key file (keep it to yourself)",
        keyPublic: "public key (give it to those who verify)",
        keyPlain: "the key has no passphrase; to have one, set LERPACK_PASSPHRASE first",
        afterPrepare: (code) =>
            `Print the letter, have it approved and sealed, scan it to PDF; put letterCode: ${code} into the officer data, then run the second step with --prepared and --sealed.`,
        afterInit: (folder) =>
            [
                "Do this now:",
                "  1. Delete all API keys at the exchange, change the password, reset two-factor authentication; do not uninstall the app, do not reset the phone.",
                "  2. Export trades, transfers and orders at once; exchanges usually give three months at a time.",
                "  3. Note the support ticket number; report to the police and ask for a receipt.",
                "  4. Beware of recovery firms that want money first.",
                `Then answer the twelve questions in ${folder}/case.yaml, put screenshots into evidence and export files into exports, and run lerpack import ${folder}`,
            ].join("\n"),
        afterOfficerInit: (file) =>
            `Fill in ${file}; keep the ID photos in a folder of their own, named front, back and holding, and never hand them to the victim.`,
        unchanged: " (unchanged)",
        changed: " (changed)",
        newSheet: "The SHA-256 of the ZIP changed: the paper sheet must show the new one.",
        working: { reading: "reading", documents: "making documents", packing: "packing", verifying: "verifying" },
        sample: {
            build: "1. the victim builds the draft",
            prepare: "2. the officer prepares letter and annexes",
            seal: "3. after sealing: submission and archive",
            verify: "4. verification",
        },
    },
}
