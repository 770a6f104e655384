import { byLang, LANGS, type Lang } from "../../base/lang.ts"
import { COMMAND } from "./command.ts"
import { COMMANDS, type CommandSpec, findCommand } from "./usage.ts"

/** What is said of the commands: help, and commands as they are typed here. */

const WORDS = byLang<Readonly<Record<"usage" | "place" | "example" | "all", string>>>({
    usage: { "zh-CN": "用法", en: "usage" },
    place: {
        "zh-CN":
            "<命令> …　　在本程序的文件夹中输入（Windows 用 cmd 窗口，不用 PowerShell）；路径中有空格的，加英文双引号",
        en: "<command> ...    typed in the program's folder (on Windows in cmd, not PowerShell); put paths with blanks in quotes",
    },
    example: { "zh-CN": "示例", en: "example" },
    all: { "zh-CN": "所有命令：", en: "all commands: " },
})

/** Help of one command or of all. */
export function helpText(lang: Lang, command?: CommandSpec): string {
    const { usage, place, example, all } = WORDS[lang]
    const common = `${all}[--json] [--lang ${LANGS.join("|")}] [--help]`
    if (command !== undefined)
        return [
            `${usage}: ${COMMAND} ${command.name} ${synopsisOf(command, lang)}`,
            `  ${command.summary[lang]}`,
            `${example}: ${COMMAND} ${command.example}`,
            common,
        ].join("\n")
    const rows = COMMANDS.map((one) => `  ${one.name} ${synopsisOf(one, lang)}\n      ${one.summary[lang]}`)
    return [`${usage}: ${COMMAND} ${place}`, ...rows, common, `${example}: ${COMMAND} init my-case`].join("\n")
}

/** What a synopsis asks to be put in, by the words in which it stands. */
const PLACEHOLDERS: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
    "zh-CN": {},
    en: {
        文件夹: "folder",
        案件文件夹: "case folder",
        文件: "file",
        编号: "id",
        输出文件夹: "output folder",
        字体文件: "font file",
        文件夹或台账: "folder or journal",
        事项: "act",
        时间: "time",
        日期: "day",
        "材料包.zip": "draft.zip",
        扫描件: "scan",
        "ZIP 或文件夹": "ZIP or folder",
        八组: "eight groups",
        "文件夹或新文件.zip": "folder or new file.zip",
        文字: "text",
        词: "word",
        第几次: "request number",
    },
}

function synopsisOf({ synopsis }: CommandSpec, lang: Lang): string {
    const words = PLACEHOLDERS[lang]
    return synopsis.replace(/<([^<>]+)>/g, (_, name: string) => `<${Object.hasOwn(words, name) ? words[name] : name}>`)
}

const NAMED = new RegExp(`\\blerpack (?:(--help)|(${COMMANDS.map(({ name }) => name).join("|")})\\b( --help)?)`, "g")

/**
 * The hint of a finding with its commands as they are typed here. Findings name a command by the program's name,
 * `lerpack import`, because a page or a paper shows them too; at the terminal what it must be given stands behind it.
 */
export function asTyped(hint: string, lang: Lang): string {
    return hint.replace(NAMED, (_, all?: string, name?: string, help?: string) => {
        if (name === undefined || help !== undefined) return `${COMMAND} ${all ?? `${name ?? ""}${help ?? ""}`}`
        const command = findCommand(name)
        const [first = ""] = /^<[^<>]+>/.exec(synopsisOf(command, lang)) ?? []
        return [COMMAND, name, first].join(" ").trimEnd()
    })
}
