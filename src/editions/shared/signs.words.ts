import type { Lang } from "../../base/lang.ts"

/** What a paper says at its end of characters that it could not print as they are. */
interface SignNotes {
    readonly codes: string
    /** One ideograph as drawn, with the code under which it was typed. */
    readonly unified: (drawn: string, code: string) => string
    readonly list: (parts: readonly string[]) => string
}

export const signNotes: Readonly<Record<Lang, SignNotes>> = {
    "zh-CN": {
        codes: "字符说明：形如 ⟦U+202E⟧ 的记号，表示原文此处是一个看不见或者没有字形可印的字符，记号中是它的 Unicode 编码；随附的数据文件中保留原字符。",
        unified: (drawn, code) => `“${drawn}”（原文编码 ${code}）`,
        list: (parts) => `下列汉字按通行字形印出，从本文件复制得到的仍是原字符：${parts.join("、")}。`,
    },
    en: {
        codes: "Characters: a mark such as ⟦U+202E⟧ stands for a character that is invisible or that no font can print; the mark gives its Unicode code. The data files keep the character itself.",
        unified: (drawn, code) => `${drawn} (typed as ${code})`,
        list: (parts) =>
            `These ideographs are drawn in their usual form; copied from this file they are as typed: ${parts.join(", ")}.`,
    },
}
