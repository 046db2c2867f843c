/* Starts the program: loads Python from runtime\ beside this file and lets it run app\program.py.

   Compiled twice: with a window's subsystem (no console appears) and, with CONSOLE defined, for the command line.
   All paths are UTF-16: a user's folder may have any name. */

#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768
#define EXTRA 4 /* our name, -X, utf8, the program's file */

typedef int (*py_main)(int, wchar_t **);

static int chinese(void) { return PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_CHINESE; }

static int refuse(const wchar_t *missing)
{
    static wchar_t words[LONGEST + 512];
    const wchar_t *form = chinese()
        ? L"程序文件不完整，无法启动：缺少或无法读取“%ls”。资料库没有受到影响。\n请重新安装，或重新解压完整的免安装包。"
        : L"The program's files are not complete, so it cannot start: “%ls” is missing or cannot be read. Your "
          L"library is not affected.\nInstall the program again, or unpack the whole portable archive again.";
    _snwprintf(words, LONGEST + 511, form, missing);
#ifdef CONSOLE
    static char bytes[4 * (LONGEST + 512)];
    DWORD written;
    int length = WideCharToMultiByte(CP_UTF8, 0, words, -1, bytes, sizeof bytes - 1, NULL, NULL);
    if (length > 0) {
        bytes[length - 1] = '\n';
        WriteFile(GetStdHandle(STD_ERROR_HANDLE), bytes, (DWORD)length, &written, NULL);
    }
#else
    MessageBoxW(NULL, words, chinese() ? L"简报编辑台" : L"Bulletin Desktop", MB_ICONERROR);
#endif
    return 1;
}

static void join(wchar_t *path, const wchar_t *folder, const wchar_t *rest)
{
    _snwprintf(path, LONGEST - 1, L"%ls\\%ls", folder, rest);
    path[LONGEST - 1] = 0;
}

static int start(int count, wchar_t **given)
{
    static wchar_t own[LONGEST], folder[LONGEST], library[LONGEST], program[LONGEST];
    wchar_t **arguments;
    wchar_t *end;
    HMODULE python;
    py_main run;
    int i;

    if (!GetModuleFileNameW(NULL, own, LONGEST - 1))
        return refuse(L"BulletinDesktop.exe");
    wcscpy(folder, own);
    if ((end = wcsrchr(folder, L'\\')) != NULL)
        *end = 0;
    join(library, folder, L"runtime\\" PYTHON_LIBRARY);
    join(program, folder, L"app\\program.py");
    if (GetFileAttributesW(program) == INVALID_FILE_ATTRIBUTES)
        return refuse(program);
    /* Its own folder is where the library's libraries are looked for first, not the person's folder. */
    python = LoadLibraryExW(library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    if (python == NULL)
        return refuse(library);
    run = (py_main)(void (*)(void))GetProcAddress(python, "Py_Main");
    if (run == NULL)
        return refuse(library);

    /* Held as long as the program runs: the installer asks for it. */
    CreateMutexW(NULL, FALSE, L"Local\\BulletinDesktop.Running");

    arguments = calloc((size_t)count + EXTRA, sizeof *arguments);
    if (arguments == NULL)
        return refuse(library);
    arguments[0] = own;
    arguments[1] = L"-X";
    arguments[2] = L"utf8";
    arguments[3] = program;
    for (i = 1; i < count; i++)
        arguments[EXTRA + i - 1] = given[i];
    return run(EXTRA + count - 1, arguments);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **given) { return start(count, given); }
#else
int WINAPI wWinMain(HINSTANCE own, HINSTANCE before, PWSTR line, int show)
{
    (void)own, (void)before, (void)line, (void)show;
    return start(__argc, __wargv);
}
#endif
