/** Words of an evidence list that is told by folders. */

export const NO_FOLDER = "（不在子文件夹中）"
export const ALL_FOLDERS = (count: string): string => `（各子文件夹，共 ${count} 个）`

/** The workbook that has each file. */
export const WHOLE_LIST_ZH = {
    title: "逐件清单",
    columns: [
        "编号",
        "原始文件名",
        "包内位置",
        "类别",
        "像素",
        "大小（字节）",
        "说明",
        "来源",
        "制作人和制作方法",
        "原始载体及存放处",
        "含他人信息",
        "含外文",
        "拍摄时间（文件内记载）",
        "最后修改时间",
        "计算校验值时间",
        "SHA-256",
    ],
} as const
