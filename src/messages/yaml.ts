import type { YamlFault, YamlIssues } from "../base/issues/yaml.ts"
import type { Lang, Words } from "../base/lang.ts"
import type { Message, Messages } from "./message.ts"

type Said = Readonly<Record<Lang, Message>>

/** A message with what to do, and the line as it should be typed where that is known. */
function said(message: Words, todo?: Words, proposed = ""): Said {
    const shown = shorten(proposed)
    const zh = [todo?.["zh-CN"], proposed && `写成：${shown}`].filter(Boolean).join("，")
    const en = [todo?.en, proposed && `write: ${shown}`].filter(Boolean).join("; ")
    const of = (text: string, hint: string): Message => (hint === "" ? { message: text } : { message: text, hint })
    return { "zh-CN": of(message["zh-CN"], zh), en: of(message.en, en) }
}

function shorten(text: string): string {
    const letters = [...text]
    return letters.length > 80 ? `${letters.slice(0, 60).join("")}…${letters.slice(-10).join("")}` : text
}

const QUOTE: Words = {
    "zh-CN": "请把这一项内容整个用英文引号括起来",
    en: "put this whole content into straight quotes",
}

interface Seen {
    readonly column: number
    readonly found: string
    readonly proposed: string
}

const FAULTS: Readonly<Record<YamlFault, (seen: Seen) => Said>> = {
    sign: ({ found, proposed }) => signSaid(found, proposed),
    "after-quote": ({ found, proposed }) =>
        said(
            {
                "zh-CN": `内容以 ${found} 开头，后面的 ${found} 之后却还有字；只给其中几个字加引号，这一行读不懂`,
                en: `the content begins with ${found}, and more follows behind the second ${found}; with only some words in quotes this line cannot be read`,
            },
            QUOTE,
            proposed,
        ),
    "open-quote": ({ column, found }) =>
        said(
            {
                "zh-CN": `第 ${String(column)} 个字符是引号 ${found}，后面没有与它配对的引号`,
                en: `the quote ${found} at character ${String(column)} is not closed`,
            },
            {
                "zh-CN": `请在这一项内容的末尾补上 ${found}；不需要引号的，删去前面这个`,
                en: `put ${found} at the end of this content, or remove the first one if no quotes are meant`,
            },
        ),
    "open-bracket": ({ column, found }) =>
        said(
            {
                "zh-CN": `第 ${String(column)} 个字符是括号 ${found}，后面没有与它配对的括号`,
                en: `the bracket ${found} at character ${String(column)} is not closed`,
            },
            {
                "zh-CN": `请在末尾补上 ${found === "[" ? "]" : "}"}；括号是内容的一部分的，把整项内容用英文引号括起来`,
                en: `close it with ${found === "[" ? "]" : "}"}; if it is part of a text, put the whole text into straight quotes`,
            },
        ),
    "full-width": ({ found }) =>
        said(
            {
                "zh-CN": `这一行的括号里有中文符号“${found}”，分不清各项`,
                en: `the brackets in this line hold the full-width sign “${found}”, so that the entries cannot be told apart`,
            },
            {
                "zh-CN":
                    "花括号、方括号、冒号、逗号、引号都用英文的（半角），冒号和逗号后面空一格；内容里本来就有这些符号的，把那一项用英文引号括起来",
                en: "brackets, colons, commas and quotes must be ASCII, with a blank behind colon and comma; where such a sign is part of a text, put that text into straight quotes",
            },
        ),
    flow: () =>
        said(
            {
                "zh-CN": "花括号、方括号里的各项没有隔开，或者某一项里有冒号",
                en: "entries in brackets are not parted, or one of them holds a colon",
            },
            {
                "zh-CN": "各项之间写英文逗号和一个空格；内容里有冒号、逗号的，把那一项用英文引号括起来",
                en: "put a comma and a blank between them; put a text with a colon or comma into straight quotes",
            },
        ),
    escape: ({ found, proposed }) =>
        said(
            {
                "zh-CN": `双引号里的反斜杠有特别的作用，${found} 读不懂`,
                en: `a backslash in double quotes has a meaning of its own, and ${found} cannot be read`,
            },
            { "zh-CN": "请改用英文单引号，或者把每个 \\ 写成 \\\\", en: "use single quotes, or write each \\ as \\\\" },
            proposed,
        ),
    colon: ({ proposed }) =>
        said(
            {
                "zh-CN": "内容里又有一个后面带空格的冒号，分不清哪一个是字段的冒号",
                en: "the content holds a colon with a blank behind it, so that it is not clear which colon ends the field's name",
            },
            QUOTE,
            proposed,
        ),
    "no-colon": () =>
        said(
            {
                "zh-CN": "这一行不是“字段: 内容”的样子",
                en: 'this line does not look like "field: content"',
            },
            {
                "zh-CN": "如果是上一行内容的后半句，请接到上一行末尾；如果是备注，行首加 #",
                en: "join it to the line above if it goes on there; begin it with # if it is a remark",
            },
        ),
    "no-blank": () =>
        said(
            { "zh-CN": "冒号后面缺一个空格", en: "a blank is missing behind the colon" },
            { "zh-CN": "请写成“字段: 内容”", en: 'write "field: content"' },
        ),
    indent: () =>
        said(
            { "zh-CN": "这一行的缩进与上面没有对齐", en: "this line is not indented like those above" },
            {
                "zh-CN": "同一组的各行，行首空格数要相同；下级字段比上级多空两格",
                en: "lines of one group begin with the same number of blanks, fields below another with two more",
            },
        ),
    "indent-below": () =>
        said(
            {
                "zh-CN": "下一行缩进多了，接到了这一行的内容里",
                en: "the next line is indented too far and became part of this one",
            },
            { "zh-CN": "请让下一行与这一行对齐", en: "let the next line begin where this one does" },
        ),
    tab: () => said({ "zh-CN": "缩进用了制表符，请改成空格", en: "tabs are used as indentation; use blanks" }),
    twice: ({ found }) =>
        said(
            { "zh-CN": `字段 ${found} 在同一组里写了两次`, en: `the field ${found} stands twice in one group` },
            { "zh-CN": "请只留一个", en: "keep one of them" },
        ),
    dashes: () =>
        said(
            { "zh-CN": "文件中间有一行 --- 或 ...", en: "a line in the midst of the file consists of --- or ..." },
            { "zh-CN": "请删去这一行", en: "remove this line" },
        ),
    deep: () => said({ "zh-CN": "括号套得太深", en: "brackets are nested too deeply" }),
}

function signSaid(found: string, proposed: string): Said {
    return said(
        {
            "zh-CN": `内容以 ${found} 开头；没有引号时，开头的 ${found} 会被当作记号，读不懂`,
            en: `the content begins with ${found}, which without quotes is taken for a mark and cannot be read`,
        },
        QUOTE,
        proposed,
    )
}

export const yamlIssues: Messages<keyof YamlIssues> = {
    "input.file.encoding": () => ({
        "zh-CN": { message: "文件不是 UTF-8 或 GBK 文字", hint: "请用记事本打开，另存为 UTF-8 编码" },
        en: { message: "the file is neither UTF-8 nor GBK text", hint: "open it in an editor and save it as UTF-8" },
    }),
    "input.file.too-many": (p) => ({
        "zh-CN": {
            message: `内容过多（${String(p.count)} 项或行，最多 ${String(p.most)}），不读取`,
            hint: "请确认文件没有放错；大量记录请把交易所的导出文件放入 exports 文件夹，这里只写用得到的",
        },
        en: {
            message: `the file holds too much to be read (${String(p.count)} answers or lines, at most ${String(p.most)})`,
            hint: "make sure it is the right file; put the exchange's own exports into the folder exports and only what matters here",
        },
    }),
    "input.text.too-long": (p) => ({
        "zh-CN": {
            message: `有一项文字过长（${String(p.length)} 字，最多 ${String(p.most)} 字），不读取`,
            hint: "请把长的记录作为文件放入 evidence 文件夹，这里只写要点",
        },
        en: {
            message: `one answer is too long to be read (${String(p.length)} characters, at most ${String(p.most)})`,
            hint: "put long records into the folder evidence as files and only what matters here",
        },
    }),
    "input.file.too-large": (p) => ({
        "zh-CN": {
            message: `文件过大（${megabytes(p.size)} MB，最多 ${megabytes(p.most)} MB），不读取`,
            hint: "请确认文件没有放错；大量记录请把交易所的导出文件放入 exports 文件夹，这里只写用得到的",
        },
        en: {
            message: `the file is too large to be read (${megabytes(p.size)} MB, at most ${megabytes(p.most)} MB)`,
            hint: "make sure it is the right file; put the exchange's own exports into the folder exports and only what matters here",
        },
    }),
    "input.file.mended-bom": () => ({
        "zh-CN": { message: "文件开头有 BOM 标记，已按无标记读取" },
        en: { message: "the file begins with a byte order mark; read without it" },
    }),
    "input.file.mended-gb18030": () => ({
        "zh-CN": { message: "文件是 GBK（ANSI）编码，已按 GB18030 读取", hint: "建议另存为 UTF-8" },
        en: { message: "the file is in GBK (ANSI); read as GB18030", hint: "better save it as UTF-8" },
    }),
    "input.file.mended-full-width-colon": () => ({
        "zh-CN": { message: "字段名后有全角冒号或全角字母，已按半角读取" },
        en: { message: "full-width colons or letters in field names were read as ASCII" },
    }),
    "input.file.mended-tab": () => ({
        "zh-CN": { message: "缩进中有制表符，每个已按两个空格读取" },
        en: { message: "tabs in the indentation were read as two blanks each" },
    }),
    "input.file.mended-wide-blank": () => ({
        "zh-CN": { message: "行首、冒号或短横后面有全角空格或从网页、Word 带来的特殊空格，已按普通空格读取" },
        en: {
            message:
                "full-width or other special blanks at the start of lines and behind colons and hyphens were read as plain ones",
        },
    }),
    "input.yaml.syntax": ({ reason, ...seen }) => FAULTS[reason](seen),
    "input.yaml.alias": ({ found, proposed }) => signSaid(found, proposed),
    "input.yaml.comment": ({ lost, proposed }) =>
        said(
            {
                "zh-CN": `这一行从 # 起的字没有读入：${lost}`,
                en: `what follows # in this line was not read: ${lost}`,
            },
            proposed === ""
                ? {
                      "zh-CN": "是内容的，请把整项内容用英文引号括起来；只是备注的，请移到单独一行",
                      en: "if it is content, put the whole content into straight quotes; move a mere remark to a line of its own",
                  }
                : {
                      "zh-CN": "只是备注的，请移到单独一行；是内容的，请把整项用英文引号括起来",
                      en: "move a mere remark to a line of its own; put content into straight quotes as a whole",
                  },
            proposed,
        ),
    "input.yaml.escape": ({ found }) =>
        said(
            {
                "zh-CN": `双引号里的 ${found} 没有照原样读：反斜杠和后面的字符合起来表示另一个字符（\\n 是换行，\\t 是制表符）`,
                en: `${found} in double quotes was not read as typed: with the backslash it stands for another sign (\\n is a line break, \\t a tab)`,
            },
            {
                "zh-CN": "要写反斜杠本身的，改用英文单引号，或者写成 \\\\",
                en: "for a backslash itself use single quotes or write \\\\",
            },
        ),
    "input.yaml.empty-block": ({ found }) =>
        said(
            {
                "zh-CN": `冒号或短横后面只有 ${found}，下面没有内容，按没有填写处理`,
                en: `behind the colon or hyphen stands ${found} alone with no text below; taken as not filled in`,
            },
            {
                "zh-CN": `内容写在下一行，行首多空两格；${found} 本身就是内容的，用英文引号括起来`,
                en: `put the text into the next line, two blanks further in; put quotes around it if ${found} itself is meant`,
            },
        ),
    "input.yaml.wide-sign": ({ found, sign }) =>
        said(
            {
                "zh-CN": `${found} 用了中文符号 ${sign}，它被读作内容的一部分`,
                en: `the full-width sign ${sign} in ${found} was read as part of the content`,
            },
            {
                "zh-CN": "作引号、括号用的，请改成英文的（半角）",
                en: "if quotes or brackets are meant, type ASCII ones",
            },
        ),
    "input.yaml.number-comma": ({ found, proposed }) =>
        proposed === ""
            ? said(
                  {
                      "zh-CN": `金额或数量里有逗号：${found}，逗号后面的数字读不到`,
                      en: `a figure holds a comma: ${found}; what follows it is not read`,
                  },
                  { "zh-CN": "只写数字和小数点", en: "digits and a point only" },
              )
            : said({
                  "zh-CN": `金额里不要写逗号：${proposed}（写的是 ${found}，逗号后面的数字读不到）`,
                  en: `no commas in a figure: ${proposed} (found ${found}; what follows the comma is not read)`,
              }),
    "input.field.unknown": (p) => unknownField(p.field, p.proposed, p.belongs),
}

function megabytes(bytes: number): string {
    return (bytes / 1024 / 1024).toFixed(1)
}

function unknownField(field: string, proposed: string, belongs: string): Said {
    if (field === "")
        return said(
            { "zh-CN": "冒号前面没有字段名", en: "there is no field's name before the colon" },
            {
                "zh-CN": "请删去，或把整句内容用英文引号括起来",
                en: "remove it, or put the whole text into straight quotes",
            },
        )
    const name = proposed === "" ? field : proposed
    const misspelt = proposed === "" ? undefined : proposed
    if (belongs !== "") {
        const where = belongs.split(" | ")
        const zh = where.map(placeZh).join("；或者")
        const en = where.map(placeEn).join("; or ")
        return said(
            misspelt === undefined
                ? {
                      "zh-CN": `${field} 写错了地方，没有读入`,
                      en: `${field} stands at the wrong place and was not read`,
                  }
                : { "zh-CN": `没有名为 ${field} 的字段，没有读入`, en: `there is no field ${field}; it was not read` },
            { "zh-CN": `${name} 应放在${zh}`, en: `${name} belongs ${en}` },
        )
    }
    const message = { "zh-CN": `没有名为 ${field} 的字段，没有读入`, en: `there is no field ${field}; it was not read` }
    if (misspelt !== undefined)
        return said(message, { "zh-CN": `是否应为 ${misspelt}？`, en: `did you mean ${misspelt}?` })
    if (/[，：；｛｝［］“”]/.test(field))
        return said(message, {
            "zh-CN":
                "花括号里的冒号、逗号、引号要用英文的（半角），冒号和逗号后面空一格；是一句话的，请把整句用英文引号括起来",
            en: "use ASCII colons, commas and quotes in brackets, with a blank behind colon and comma; put a text into straight quotes",
        })
    if (/[\u00A0\u2000-\u200A\u202F\u3000]/.test(field))
        return said(message, {
            "zh-CN": "冒号后面是全角空格，或从网页、Word 带来的特殊空格，请改成普通空格",
            en: "the blank behind the colon is a full-width or other special one; type a plain blank",
        })
    // A name of this kind is part of a sentence with a colon, a comma or brackets in it.
    if (/[^\w.-]/.test(field))
        return said(message, {
            "zh-CN": "如果这是一句话的一部分，请把整句用英文引号括起来；用不着的，删去",
            en: "if it is part of a text, put the whole text into straight quotes; else remove it",
        })
    return said(message, {
        "zh-CN": "请对照表中原有的字段名改正；用不着的，删去",
        en: "compare it with the names in the form; remove it if it is not needed",
    })
}

const BLANKS_ZH = ["", "两", "四", "六", "八"]

function placeZh(place: string): string {
    if (place === ".") return "最外层，行首不空格"
    const steps = place.split(".")
    if (place.endsWith("[]")) return ` ${place.slice(0, -2).replaceAll("[]", "")} 的一项里，与这一项的其他字段对齐`
    const blanks = place.includes("[]") ? undefined : BLANKS_ZH[steps.length]
    return ` ${place.replaceAll("[]", "")} 下面，${blanks === undefined ? "比它多空两格" : `行首空${blanks}格`}`
}

function placeEn(place: string): string {
    if (place === ".") return "at the outermost level, without blanks before it"
    if (place.endsWith("[]")) return `in an entry of ${place.slice(0, -2).replaceAll("[]", "")}, below its other fields`
    const depth = place.split(".").length
    const further = place.includes("[]") ? "two blanks further in" : `indented by ${String(depth * 2)} blanks`
    return `under ${place.replaceAll("[]", "")}, ${further}`
}
