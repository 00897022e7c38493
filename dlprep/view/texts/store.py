"""Sentences about the file that holds a person's progress."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "store.locked": Text(
        "`{path}` 正被另一个程序占用，等了 5 秒仍无法写入；这一步没有保存\n"
        "提示：关闭另一个 dlprep 后重试",
        "`{path}` is held by another program and could not be written within 5 s; "
        "this step was not saved\nhint: close the other dlprep and try again",
    ),
    "store.full": Text(
        "磁盘已满，无法写入 `{path}`；这一步没有保存，之前保存的都在\n提示：腾出空间后重试",
        "the disk is full: `{path}` could not be written; this step was not saved, "
        "everything before it is\nhint: free some space and try again",
    ),
    "store.disk": Text(
        "磁盘拒绝了对 `{path}` 的读写（{reason}）；这一步没有保存，之前保存的都在\n"
        "提示：检查磁盘空间、配额和文件大小限制",
        "the disk refused `{path}` ({reason}); this step was not saved, everything before it is\n"
        "hint: check free space, quota and the limit on file sizes",
    ),
    "store.read-only": Text(
        "`{path}` 或它所在的文件夹是只读的，进度无法保存\n"
        "提示：修改权限，或用环境变量 `DLPREP_HOME` 指定另一个文件夹",
        "`{path}` or its folder is read-only: progress cannot be saved\n"
        "hint: change its permissions, or name another folder in `DLPREP_HOME`",
    ),
    "store.cannot-open": Text(
        "无法打开 `{path}`（{reason}）\n"
        "提示：检查路径和权限，或用环境变量 `DLPREP_HOME` 指定另一个文件夹",
        "`{path}` cannot be opened ({reason})\n"
        "hint: check path and permissions, or name another folder in `DLPREP_HOME`",
    ),
    "store.not-ours": Text(
        "`{path}` 不是 dlprep 的进度文件，没有改动它\n提示：移走或改名这个文件后重试",
        "`{path}` is not a progress file of dlprep; it was left as it is\n"
        "hint: move or rename the file and try again",
    ),
    "store.newer": Text(
        "`{path}` 由更新版本的 dlprep 写成（格式 {found}，本版本认识到 {known}），没有改动它\n"
        "提示：升级 dlprep",
        "`{path}` was written by a newer dlprep (format {found}, this one knows {known}); "
        "it was left as it is\nhint: upgrade dlprep",
    ),
    "store.corrupt": Text(
        "`{path}` 已损坏（{reason}）\n提示：先复制一份；旁边的 `.backup` 文件是升级前的完整副本",
        "`{path}` is damaged ({reason})\n"
        "hint: copy it first; a `.backup` file beside it is a whole copy from before an upgrade",
    ),
    "store.old-sqlite": Text(
        "这个 Python 自带的 SQLite 是 {found}，dlprep 需要 3.37 或更新\n提示：换用较新的 Python",
        "this Python carries SQLite {found}; dlprep needs 3.37 or newer\nhint: use a newer Python",
    ),
    "store.not-undoable": Text("这一步已经撤销过了", "this step has been undone already"),
}
