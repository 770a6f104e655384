import type { Category } from "../../facts/evidence/file-types.data.ts"

/** Words of 截图及附件汇编: why a file is not shown as a page. */

/** Sizes are in bytes. */
export const tooLarge = (largest: number): string => `图片大于 ${String(largest / 1e6)} MB，不排入本汇编`
export const bookFull = (largest: number, most: number): string =>
    `本汇编所排图片已满 ${String(largest / 1e6)} MB 或者 ${String(most)} 件`

export const NOT_SHOWN_ZH = {
    damaged: "图片数据不完整或已损坏，无法显示",
    "too-many-pixels": "图片像素过多，不排入本汇编，请用看图软件打开",
    unsupported: "图片的编码方式不能显示，请用看图软件打开",
    pdf: "本身是 PDF 文件，请直接打开",
    "pdf-encrypted": "PDF 文件已加密，未能读取页数",
    "pdf-damaged": "不是可读取的 PDF 文件，可能已损坏",
    "pdf-too-large": "PDF 文件过大，未读取页数，请直接打开",
} as const

/** Said by the reporter in 证据说明.xlsx. */
export const UNWANTED = "报案人选择不印，请直接打开文件"

/** Of files that cannot be a page. */
export const TYPE_ZH: Readonly<Record<Category, string>> = {
    picture: "此格式的图片不能排入 PDF，请用看图软件打开",
    document: "文档，请用相应软件打开",
    table: "数据表，请用表格软件打开",
    recording: "视听资料，请用播放软件打开",
    other: "此类文件不能排印",
}

/** Where the file lies, which the packet holds as it was or masked. */
export const ORIGINAL_FILE = "原始文件"
export const MASKED_FILE = "遮盖件"

/** Beside a picture that its page shows much smaller. */
export const TOO_FINE = "图片较大，缩小后可能看不清，请打开原文件查看"

/** A long picture cut over several pages. */
export const stripWord = (n: number, of: number): string => `第 ${String(n)}/${String(of)} 段`
export const cutWord = (strips: number): string =>
    `长图，自上而下分 ${String(strips)} 段排印，相邻两段重叠一小部分；仍是一个文件、一个编号`

/** A picture whose format no PDF carries. */
export const convertedWord = (format: string): string =>
    `原始文件为 ${format} 格式，本页由程序转换后显示，以原始文件为准`
/** Pages of a TIFF, pictures of an animation. */
export const FIRST_ALONE = "文件里还有其他页或者画面，本页只显示第一幅，请打开原始文件查看"

export const pageCount = (pages: number): string => `${String(pages)} 页`
