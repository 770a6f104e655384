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
