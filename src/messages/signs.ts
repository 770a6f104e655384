import type { SignIssues } from "../base/issues/signs.ts"
import type { Words } from "../base/lang.ts"
import { type Messages, named } from "./message.ts"

const MOST_NAMED = 5

/** Some characters, the first five by name. */
function namedAll(characters: readonly string[]): Words {
    const first = characters.slice(0, MOST_NAMED).map(named)
    const more = characters.length > MOST_NAMED
    return {
        "zh-CN":
            first.map((words) => words["zh-CN"]).join("、") + (more ? ` 等 ${String(characters.length)} 个字符` : ""),
        en:
            first.map((words) => words.en).join(", ") +
            (more ? ` and others, ${String(characters.length)} in all` : ""),
    }
}

export const signIssues: Messages<keyof SignIssues> = {
    "input.text.unprintable": (p) => ({
        "zh-CN": {
            message: `${namedAll(p.characters)["zh-CN"]}没有可用的字形，纸面上印成 ⟦U+…⟧ 形式的编码，数据中保留原字符`,
            hint: "照抄别人的昵称、原话的，不必改；姓名、账号等会写进公函的，请换成能印的写法",
        },
        en: {
            message: `no font has ${namedAll(p.characters).en}; paper shows the code as ⟦U+…⟧, the data keep the character`,
            hint: "leave it where it quotes a nickname or words of others; write names and accounts in another way, as a letter cannot have it",
        },
    }),
    "evidence.name.unprintable": ({ file, characters }) => ({
        "zh-CN": {
            message: `文件名 ${file} 中的 ${namedAll(characters)["zh-CN"]}没有可用的字形，纸面上印成 ⟦U+…⟧ 形式的编码，数据中保留原名`,
            hint: "不要改文件名；请在“说明”中写清这个名字的读法或意思",
        },
        en: {
            message: `no font has ${namedAll(characters).en} of the file name ${file}; paper shows the code as ⟦U+…⟧, the data keep the name`,
            hint: "do not rename the file; say in its description how the name is read or what it means",
        },
    }),
    "evidence.description.unprintable": ({ label, column, characters }) => ({
        "zh-CN": {
            message: `${label} 的“${column}”中，${namedAll(characters)["zh-CN"]}没有可用的字形，纸面上印成 ⟦U+…⟧ 形式的编码，数据中保留原字符`,
            hint: "照抄原文的，不必改；否则请换一个写法",
        },
        en: {
            message: `${label}, column “${column}”: no font has ${namedAll(characters).en}; paper shows the code as ⟦U+…⟧, the data keep the character`,
            hint: "leave it where it quotes; otherwise write it another way",
        },
    }),
    "request.text.unprintable": (p) => ({
        "zh-CN": {
            message: `公函等发给交易所的文件不能带印不出来的字符：${namedAll(p.characters)["zh-CN"]}没有可用的字形`,
            hint: "请换一个写法，或用文字说明该字符",
        },
        en: {
            message: `papers for the recipient cannot have characters that no font has: ${namedAll(p.characters).en}`,
            hint: "write it another way, or describe it in words",
        },
    }),
}
