/** Words of 电子数据及视听资料清单. */

/** What a reader of evidence will ask for. */
export const GAPS_ZH = {
    source: "没有写来源",
    maker: "没有写制作人、制作方法",
    original: "没有写原始载体及存放处",
    others: "没有说明是否含他人信息",
    foreign: "没有说明是否含外文",
    translation: "含外文，应当附中文译本",
    transcript: "视听资料，需附文字抄清材料",
} as const

/** What is said once of several data tables; `value` is what is printed of it. */
export const TABLE_FACTS_ZH = {
    kind: { name: "类别、格式", value: (text: string) => text },
    maker: { name: "制作人、制作方法", value: (text: string) => text },
    original: { name: "原始载体及存放处", value: (text: string) => text },
    modified: { name: "文件修改时间", value: (text: string) => `${text}（由报案人的电脑记录）` },
    hashed: { name: "校验值计算时间", value: (text: string) => `${text}（由报案人的电脑记录）` },
    others: { name: "含他人信息", value: (text: string) => text },
    foreign: { name: "含外文", value: (text: string) => text },
} as const
