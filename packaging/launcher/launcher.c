/* Starts the program: loads Python from runtime\ beside this file and lets it run app\program.py.

   Compiled twice: with a window's subsystem (no console appears) and, with CONSOLE defined, for the command line.
   All paths are UTF-16: a user's folder may have any name. */

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#include "build.h" /* PYTHON_TAG, written by launcher.py */

#define LONGEST 32768 /* characters of a path, its end included */
#define EXTRA 4       /* our name, -X, utf8, the program's file */

typedef int (*py_main)(int, wchar_t **);
typedef void(__cdecl *watcher)(void);
typedef int(__cdecl *at_exit)(watcher);

static const wchar_t *const DAMAGED[] = {
    L"程序文件不完整，无法启动：缺少或无法读取“%ls”。资料库没有受到影响。\n请重新安装，或重新解压完整的免安装包。",
    L"The program's files are not complete, so it cannot start: “%ls” is missing or cannot be read. Your library is "
    L"not affected.\nInstall the program again, or unpack the whole portable archive again."};
static const wchar_t *const UNFINISHED[] = {
    L"程序的安装或更新没有完成，暂时不能启动。资料库没有受到影响。\n请等安装程序结束；如果它已经中断，请再运行一次。",
    L"The program's setup was not finished, so it cannot start. Your library is not affected.\nWait for the setup, "
    L"or run it again if it was interrupted."};

static wchar_t zip[LONGEST];
static int ended; /* Python came to its end, not only to an end */

/* As the program has it: Chinese for all whose Windows does not speak English. */
static int language(void) { return PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_ENGLISH; }

static int refuse(const wchar_t *const forms[], const wchar_t *part)
{
    static wchar_t words[LONGEST + 512];
    _snwprintf(words, LONGEST + 511, forms[language()], part);
#ifdef CONSOLE
    static char bytes[4 * (LONGEST + 512)];
    DWORD written;
    int length = WideCharToMultiByte(CP_UTF8, 0, words, -1, bytes, sizeof bytes - 1, NULL, NULL);
    if (length > 0) {
        bytes[length - 1] = '\n';
        WriteFile(GetStdHandle(STD_ERROR_HANDLE), bytes, (DWORD)length, &written, NULL);
    }
#else
    MessageBoxW(NULL, words, language() ? L"Bulletin Desktop" : L"简报编辑台", MB_ICONERROR | MB_SETFOREGROUND);
#endif
    return 1;
}

static const wchar_t *join(wchar_t *path, const wchar_t *folder, const wchar_t *rest)
{
    _snwprintf(path, LONGEST - 1, L"%ls\\%ls", folder, rest);
    path[LONGEST - 1] = 0;
    return path;
}

static int there(const wchar_t *path) { return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES; }

/* Whether an archive goes to its end: its last record has no comment behind it (APPNOTE 4.3.16). A copy that was
   broken off is told here, in words; Python would end without any. */
static int whole(const wchar_t *archive)
{
    static const char record[] = {'P', 'K', 5, 6};
    char end[22];
    DWORD read = 0;
    HANDLE file = CreateFileW(archive, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return 0;
    if (SetFilePointer(file, -(LONG)sizeof end, NULL, FILE_END) != INVALID_SET_FILE_POINTER)
        ReadFile(file, end, sizeof end, &read, NULL);
    CloseHandle(file);
    return read == sizeof end && memcmp(end, record, sizeof record) == 0;
}

static void __cdecl after_python(void) { ended = 1; }

static void __cdecl after_all(void)
{
    if (!ended)
        refuse(DAMAGED, zip);
}

/* Where Python cannot begin, as with a damaged library of modules, it ends the process, in a window without a word.
   Its C library, which is not ours, then does what is asked for here; Py_AtExit's turn is before, if Python began. */
static void watch_the_end(HMODULE python)
{
    HMODULE runtime = GetModuleHandleW(L"ucrtbase.dll");
    at_exit all = runtime ? (at_exit)(void (*)(void))GetProcAddress(runtime, "_crt_atexit") : NULL;
    at_exit its = (at_exit)(void (*)(void))GetProcAddress(python, "Py_AtExit");
    if (all != NULL && its != NULL && its(after_python) == 0)
        all(after_all);
}

static int start(int count, wchar_t **given)
{
    static wchar_t own[LONGEST], folder[LONGEST], path[LONGEST], library[LONGEST], program[LONGEST];
    wchar_t **arguments;
    wchar_t *end;
    HMODULE python;
    py_main run;
    int i, code;

    SetDllDirectoryW(L""); /* no library is taken from the folder a file was opened in */
    if (!GetModuleFileNameW(NULL, own, LONGEST - 1))
        return refuse(DAMAGED, L"BulletinDesktop.exe");
    wcscpy(folder, own);
    if ((end = wcsrchr(folder, L'\\')) != NULL)
        *end = 0;
    /* Held as long as the program runs: the setup asks for it. First this, then the question whether a setup is at
       work; the setup does the same the other way round, so that one of the two always sees the other. */
    CreateMutexW(NULL, FALSE, L"Local\\BulletinDesktop.Running");
    if (there(join(path, folder, L"BulletinDesktop-unfinished")))
        return refuse(UNFINISHED, L"");
    if (!there(join(program, folder, L"app\\program.py")))
        return refuse(DAMAGED, program);
    /* Without it Python would look for its modules wherever the registry and the environment say. */
    if (!there(join(path, folder, L"runtime\\python" PYTHON_TAG L"._pth")))
        return refuse(DAMAGED, path);
    if (!whole(join(zip, folder, L"runtime\\python" PYTHON_TAG L".zip")))
        return refuse(DAMAGED, zip);
    /* What the library needs is looked for beside it and among Windows' own, nowhere else. */
    join(library, folder, L"runtime\\python" PYTHON_TAG L".dll");
    python = LoadLibraryExW(library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (python == NULL)
        return refuse(DAMAGED, library);
    run = (py_main)(void (*)(void))GetProcAddress(python, "Py_Main");
    arguments = calloc((size_t)count + EXTRA, sizeof *arguments);
    if (run == NULL || arguments == NULL)
        return refuse(DAMAGED, library);
    arguments[0] = own;
    arguments[1] = L"-X";
    arguments[2] = L"utf8";
    arguments[3] = program;
    for (i = 1; i < count; i++)
        arguments[EXTRA + i - 1] = given[i];
    watch_the_end(python);
    code = run(EXTRA + count - 1, arguments);
    ended = 1;
    return code;
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
