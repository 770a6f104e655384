import { parseArgs } from "node:util"
import { issue, PacketError } from "../../base/issue.ts"
import type { Lang } from "../../base/lang.ts"
import { closest } from "../../base/text/closest.ts"
import { FIELDS, optionOf } from "../../facts/journal/acts.data.ts"
import type { HostOptions } from "../host.ts"
import { existing } from "../read.ts"

/** What each command takes, as data: help, parsing and the README's list come from it. */

export interface CommandSpec {
    readonly name: string
    /** Positional arguments and options as shown. */
    readonly synopsis: string
    readonly summary: Readonly<Record<Lang, string>>
    /** Arguments of a call, behind the program's own. */
    readonly example: string
    readonly options: Readonly<Record<string, "string" | "boolean" | "strings">>
    readonly positionals: readonly [least: number, most: number]
}

const SIGN = { key: "string", unsigned: "boolean" } as const
/** What the user may replace of the installation. */
const OWN = { templates: "string", font: "string", recipients: "string" } as const
const OWN_SYNOPSIS = "[--templates <文件夹>] [--font <字体文件>] [--recipients <文件夹>]"

export const COMMANDS: readonly CommandSpec[] = [
    {
        name: "init",
        synopsis: "<文件夹> [--officer [--recipient <编号>]]",
        summary: {
            "zh-CN": "新建案件文件夹（报案人），或民警信息表（--officer）",
            en: "make a case folder, or with --officer the officer's form",
        },
        example: "init my-case",
        options: { officer: "boolean", recipient: "string" },
        positionals: [1, 1],
    },
    {
        name: "import",
        synopsis: "<案件文件夹> [<文件>... | --remove <编号>...]",
        summary: {
            "zh-CN": "登记证据和导出文件，生成 证据说明.xlsx；--remove 把误放、已经从文件夹拿走的文件的登记和说明去掉",
            en: "register evidence and export files, write the sheet that describes them; --remove drops record and description of files that were added by mistake and are gone from the folder",
        },
        example: "import my-case",
        options: { remove: "strings" },
        positionals: [1, 10_000],
    },
    {
        name: "check",
        synopsis: "<案件文件夹> [--show] [--recipients <文件夹>]",
        summary: {
            "zh-CN": "检查案件文件夹，一次列出全部问题；--show 先列出程序读到的每一项",
            en: "check a case folder, all findings at once; --show first lists every answer as it was read",
        },
        example: "check my-case",
        options: { show: "boolean", recipients: "string" },
        positionals: [1, 1],
    },
    {
        name: "ledger",
        synopsis: "<案件文件夹> [--csv <文件>] [--parquet <文件>]",
        summary: {
            "zh-CN":
                "按导出文件逐行计算：合计、对账、均价、操作特征，并与案件信息核对；--csv、--parquet 另存统一格式的各行",
            en: "reckon with the rows of the export files and hold the case against them; --csv and --parquet save the rows in one shape",
        },
        example: "ledger my-case",
        options: { csv: "string", parquet: "string" },
        positionals: [1, 1],
    },
    {
        name: "form",
        synopsis: "<案件文件夹> --to xlsx|yaml",
        summary: {
            "zh-CN": "把 case.yaml 转成 案件信息.xlsx，或反过来；写成新文件，不覆盖",
            en: "turn case.yaml into 案件信息.xlsx or the other way round, as a new file",
        },
        example: "form my-case --to xlsx",
        options: { to: "string" },
        positionals: [1, 1],
    },
    {
        name: "build",
        synopsis: `<案件文件夹> -o <输出文件夹> [--key <文件> | --unsigned] [--journal <文件夹或台账>] ${OWN_SYNOPSIS}`,
        summary: { "zh-CN": "生成材料包和“交民警”文件夹", en: "build the draft and the folder for the police" },
        example: "build my-case -o out --unsigned",
        options: { output: "string", journal: "string", ...SIGN, ...OWN },
        positionals: [1, 1],
    },
    {
        name: "complete",
        synopsis: `<材料包.zip> --officer <文件> [--photos <文件夹>] [--legal <文件>...] [--consent <文件>...] [--prepared <文件夹> [--sealed <扫描件>...]] -o <输出文件夹> [--key <文件> | --unsigned] [--journal <文件夹或台账>] ${OWN_SYNOPSIS}`,
        summary: {
            "zh-CN":
                "第一步：生成待盖章公函和附件；第二步（--prepared）：生成对外发送件和留存包；照片和扫描件不写的，取信息表旁边文件夹中的",
            en: "step 1: letter to seal and annexes; step 2 (--prepared): submission and archive; photos and scans that are not named are taken from the folders beside the officer's form",
        },
        example: "complete DRAFT-LX-2023-0321.zip --officer officer.xlsx -o out",
        options: {
            officer: "string",
            photos: "string",
            legal: "strings",
            consent: "strings",
            prepared: "string",
            sealed: "strings",
            output: "string",
            journal: "string",
            ...SIGN,
            ...OWN,
        },
        positionals: [1, 1],
    },
    {
        name: "forget-identity",
        synopsis: "<文件夹>",
        summary: {
            "zh-CN": "发送后删除证件图像文件夹（<编号>-identity），并列出够不到的副本",
            en: "after sending: delete the folder of identity images and name the copies it cannot reach",
        },
        example: "forget-identity out/LX-2023-0321-identity",
        options: {},
        positionals: [1, 1],
    },
    {
        name: "receive",
        synopsis: `<留存包.zip> <收到的文件>... --officer <文件> -o <输出文件夹> [--key <文件> | --unsigned] [--journal <文件夹或台账>] ${OWN_SYNOPSIS}`,
        summary: {
            "zh-CN":
                "登记收到的答复：计算校验值、与对方给出的比对，写成留存包的下一层，并生成境外电子数据来源情况说明和庭前准备",
            en: "register an answer: hash it, compare with what the desk stated, add it to the archive as its next layer, with the note on its origin and the court sheet",
        },
        example: "receive out/LX-2023-0321-archive.zip answer --officer officer.xlsx -o out --unsigned",
        options: { officer: "string", output: "string", journal: "string", ...SIGN, ...OWN },
        positionals: [2, 100_000],
    },
    {
        name: "journal",
        synopsis:
            'add|show|due|verify <文件夹或台账> [<事项>] [--at <时间>] [--file <文件>...] [--draft <材料包.zip>] [--on <日期>] [--code "<八组>"] [--channels] [--court <留存包.zip>] [-o <输出文件夹>]',
        summary: {
            "zh-CN":
                "办理台账：记一条（add，各事项要写的项目在提示中列出）、列出并印成一页办理进度（show -o）、看期限（due）、核对（verify）；--channels 记各收件方账号的状态；show --court 由留存包印出庭前准备",
            en: "the journal: record an act (add; what each act asks is said), list it and print one page (show -o), due dates (due), check it (verify); --channels keeps the state of accounts with desks; show --court prints the court sheet of an archive",
        },
        example: "journal add out handed-over --unit 幸福路派出所",
        options: {
            at: "string",
            on: "string",
            code: "string",
            draft: "string",
            file: "strings",
            channels: "boolean",
            court: "string",
            output: "string",
            ...Object.fromEntries(Object.keys(FIELDS).map((field) => [optionOf(field), "string" as const])),
        },
        positionals: [1, 3],
    },
    {
        name: "mail",
        synopsis:
            "question|follow-up [receipt|outstanding|thanks] [--officer <文件>] [--journal <文件夹或台账>] [--recipient <编号>] [--no <第几次>] [-o <输出文件夹>] [--recipients <文件夹>]",
        summary: {
            "zh-CN":
                "发送前后的邮件：question 询问渠道和链接的安全（没有 --officer 的只显示文字，留空待填）；follow-up 按台账跟进：receipt 是否收到、outstanding 尚缺、thanks 致谢并请求保存",
            en: "mails beside a request: question asks about channel and safety of the link (without --officer a text with blanks); follow-up goes by the journal: receipt, outstanding, thanks",
        },
        example: "mail question",
        options: {
            officer: "string",
            journal: "string",
            recipient: "string",
            no: "string",
            output: "string",
            recipients: "string",
        },
        positionals: [1, 2],
    },
    {
        name: "verify",
        synopsis:
            '<ZIP 或文件夹> [--signers <allowed_signers> | --key SHA256:...] [--code "<八组>"] [--sent <ZIP 或文件夹>]',
        summary: { "zh-CN": "核对材料包、留存包或对外发送件", en: "verify a packet" },
        example: "verify out/DRAFT-LX-2023-0321.zip",
        options: { signers: "string", key: "string", code: "string", sent: "string" },
        positionals: [1, 1],
    },
    {
        name: "sign",
        synopsis: "<ZIP> -o <文件夹或新文件.zip> [--key <文件>]",
        summary: {
            "zh-CN": "给完好的包追加一个签名，写成新的 ZIP",
            en: "add a signature to a sound packet, as a new ZIP",
        },
        example: "sign DRAFT-LX-2023-0321.zip -o signed",
        options: { output: "string", ...SIGN },
        positionals: [1, 1],
    },
    {
        name: "keygen",
        synopsis: "[--out <文件>] [--comment <文字>]",
        summary: {
            "zh-CN": "生成自己的签名密钥（Ed25519，OpenSSH 格式）",
            en: "make a signing key (Ed25519, OpenSSH format)",
        },
        example: "keygen",
        options: { out: "string", comment: "string" },
        positionals: [0, 0],
    },
    {
        name: "recipients",
        synopsis:
            "[show <编号>] [new <编号> --name-zh <名称> --name-en <英文名称> --page <官方页面> [--email <邮箱>] [--portal <网址>] -o <文件夹>] [--channels] [--recipients <文件夹>]",
        summary: {
            "zh-CN":
                "列出收件方资料，或逐项显示一份（出处、可信程度、日期）；new 把已查明的渠道写成一份新资料；--channels 列出各处账号的状态",
            en: "list the recipient profiles, or show one with source, grade and dates of every fact; new: write a profile from a channel that was found; --channels: the state of accounts with them",
        },
        example: "recipients",
        options: {
            recipients: "string",
            channels: "boolean",
            output: "string",
            "name-zh": "string",
            "name-en": "string",
            page: "string",
            email: "string",
            portal: "string",
        },
        positionals: [0, 2],
    },
    {
        name: "directory",
        synopsis: "[<词>...] [--for victim|police]",
        summary: {
            "zh-CN": "名录：可以咨询、反映的部门，协会，国际组织；写词查找（中文、英文都可以），不写词列出全部",
            en: "the directory of authorities, associations and international bodies; words find entries, in Chinese or English",
        },
        example: "directory 网安",
        options: { for: "string" },
        positionals: [0, 20],
    },
    {
        name: "schema",
        synopsis: "[--officer | --recipient]",
        summary: {
            "zh-CN": "输出 case.yaml、officer.yaml 或收件方资料的 JSON Schema（供编辑器使用）",
            en: "print the JSON Schema of case.yaml, officer.yaml or a recipient profile",
        },
        example: "schema > case.schema.json",
        options: { officer: "boolean", recipient: "boolean" },
        positionals: [0, 0],
    },
    {
        name: "sample",
        synopsis: "-o <输出文件夹>",
        summary: { "zh-CN": "用样例案件走一遍全程", en: "take the sample case all the way" },
        example: "sample -o out",
        options: { output: "string" },
        positionals: [0, 0],
    },
]

export interface Arguments {
    readonly command: CommandSpec
    readonly positionals: readonly string[]
    readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
}

/** Thrown for wrong usage: exit status 2. */
export class UsageError extends PacketError {}

/** Parses the arguments behind the command's name. */
export function parseCommand(command: CommandSpec, args: readonly string[]): Arguments {
    const options = Object.fromEntries([
        ...Object.entries(command.options).map(([name, type]) => [
            name,
            {
                type: type === "boolean" ? ("boolean" as const) : ("string" as const),
                multiple: type === "strings",
                ...(name === "output" ? { short: "o" } : {}),
            },
        ]),
        ["json", { type: "boolean" as const }],
        ["lang", { type: "string" as const }],
        ["help", { type: "boolean" as const, short: "h" }],
    ])
    try {
        const parsed = parseArgs({ args: spreadLists(command, args), options, allowPositionals: true, strict: true })
        const { positionals } = parsed
        const values = parsed.values as Arguments["values"]
        if (values.help === true) return { command, positionals, values }
        const [least, most] = command.positionals
        const missing = (what: string): UsageError =>
            new UsageError([issue("shell.usage.missing", [], { what, command: command.name })])
        // Blank is what a variable of a script leaves that holds nothing; no name, code or text of ours is blank.
        if (positionals.length < least || positionals.includes("")) throw missing(command.synopsis.split(" ")[0] ?? "")
        const blank = Object.entries(values).find(([, value]) => [value].flat().includes(""))?.[0]
        if (blank !== undefined) throw missing(blank === "output" ? "-o <value>" : `--${blank} <value>`)
        if (positionals.length > most)
            throw new UsageError([
                issue("shell.usage.unknown-option", [], { found: positionals[most] ?? "", command: command.name }),
            ])
        return { command, positionals, values }
    } catch (error) {
        if (error instanceof PacketError || !(error instanceof TypeError)) throw error
        const found = /'([^']+)'/.exec(error.message)?.[1] ?? args.join(" ")
        const { code } = error as NodeJS.ErrnoException
        if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE" && found.endsWith("<value>"))
            throw new UsageError([issue("shell.usage.missing", [], { what: found, command: command.name })])
        throw new UsageError([issue("shell.usage.unknown-option", [], { found, command: command.name })])
    }
}

/** `--legal a.pdf b.pdf` as `--legal a.pdf --legal b.pdf`: the option takes all that follows up to the next option. */
function spreadLists(command: CommandSpec, args: readonly string[]): string[] {
    const out: string[] = []
    let list: string | undefined
    for (const arg of args) {
        const isOption = arg.startsWith("-")
        const takesList = isOption && command.options[arg.slice(2)] === "strings"
        if (list !== undefined && !isOption) out.push(list, arg)
        else if (!takesList) out.push(arg)
        list = takesList ? arg : isOption ? undefined : list
    }
    return out
}

/** Text of a required option. */
export function required(args: Arguments, name: string, shown: string): string {
    const value = args.values[name]
    if (typeof value !== "string" || value === "")
        throw new UsageError([issue("shell.usage.missing", [], { what: shown, command: args.command.name })])
    return value
}

/** Text of an option that may be absent. */
export function optional(args: Arguments, name: string): string | undefined {
    const value = args.values[name]
    return typeof value === "string" ? value : undefined
}

/** `--templates`, `--font` and `--recipients` of a command. */
export function ownParts(args: Arguments): HostOptions {
    const templates = optional(args, "templates")
    const font = optional(args, "font")
    const recipients = optional(args, "recipients")
    return {
        templates: templates === undefined ? undefined : existing(templates, "folder"),
        font: font === undefined ? undefined : existing(font, "file"),
        recipients: recipients === undefined ? undefined : existing(recipients, "folder"),
    }
}

/** The command of that name. */
export function findCommand(name: string): CommandSpec {
    const command = COMMANDS.find((candidate) => candidate.name === name)
    if (command !== undefined) return command
    const proposed =
        closest(
            name,
            COMMANDS.map((candidate) => candidate.name),
        ) ?? ""
    throw new UsageError([issue("shell.usage.unknown-command", [], { found: name, proposed })])
}
