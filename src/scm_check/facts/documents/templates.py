# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""READMEs that a generator wrote and nobody changed since.

A template is recognised by headings, turns of phrase and addresses that belong to it, and only
where little else was added: a README that kept a template's chapter on scripts below its own text
is its author's.
"""

from __future__ import annotations

from collections.abc import Sequence

from scm_check.model import Heading, Link, Paragraph
from scm_check.values import dataclass

MAX_OWN_HEADINGS = 1
MAX_OWN_WORDS = 40


@dataclass(frozen=True, slots=True)
class _Template:
    """`marks` are lower-case pieces of phrases or link targets, `needed` how many must be there.

    `headings` are the template's own, beside the title.
    """

    name: str
    marks: tuple[str, ...]
    headings: tuple[str, ...] = ()
    needed: int = 2


_TEMPLATES = (
    _Template(
        "create-react-app",
        (
            "bootstrapped with create react app",
            "facebook/create-react-app",
            "runs the app in the development mode",
            "launches the test runner in the interactive",
            "this is a one-way operation",
            "facebook.github.io/create-react-app",
            "builds the app for production to the build folder",
            "eject",
        ),
        (
            "getting started with create react app",
            "available scripts",
            "npm start",
            "npm test",
            "npm run build",
            "npm run eject",
            "yarn start",
            "yarn test",
            "yarn build",
            "yarn eject",
            "learn more",
            "code splitting",
            "analyzing the bundle size",
            "making a progressive web app",
            "advanced configuration",
            "deployment",
            "npm run build fails to minify",
            "yarn build fails to minify",
        ),
    ),
    _Template(
        "Angular CLI",
        (
            "generated with angular cli",
            "generated using angular cli",
            "angular/angular-cli",
            "ng serve",
            "ng generate component",
            "ng e2e",
            "ng test",
            "via karma",
            "angular cli overview and command reference",
        ),
        (
            "development server",
            "code scaffolding",
            "build",
            "building",
            "running unit tests",
            "running end-to-end tests",
            "further help",
            "additional resources",
        ),
        needed=3,
    ),
    _Template(
        "Vite",
        (
            "should help get you started developing with vue 3 in vite",
            "this template provides a minimal setup to get react working in vite",
            "using vue 3 in vite",
            "using svelte in vite",
            "@vitejs/plugin-react",
            "johnsoncodehk.volar",
            "vue.volar",
            "vitejs/vite-plugin-react",
            "<script setup> sfcs",
            "vite configuration reference",
            "vitejs.dev/config",
            "if you are developing a production application, we recommend",
        ),
        (
            "react + vite",
            "react + typescript + vite",
            "vue 3 + vite",
            "svelte + vite",
            "vue 3 + typescript + vite",
            "vue 3 + typescript",
            "recommended ide setup",
            "customize configuration",
            "project setup",
            "compile and hot-reload for development",
            "compile and minify for production",
            "type-check, compile and minify for production",
            "run unit tests with vitest",
            "lint with eslint",
            "type support for .vue imports in ts",
            "expanding the eslint configuration",
            "need an official svelte framework?",
            "technical considerations",
            "react compiler",
            "run end-to-end tests with cypress",
            "run end-to-end tests with playwright",
            "recommended browser setup",
            "type support for `.vue` imports in ts",
        ),
    ),
    _Template(
        "Next.js",
        (
            "next.js project bootstrapped with",
            "vercel/next.js",
            "nextjs.org/learn",
            "you can start editing the page by modifying",
            "nextjs.org/docs/deployment",
            "the easiest way to deploy your next.js app",
            "new font family for vercel",
        ),
        ("getting started", "learn more", "deploy on vercel"),
        needed=3,
    ),
    _Template(
        "Nuxt",
        (
            "look at the nuxt documentation to learn more",
            "look at the nuxt 3 documentation",
            "nuxt.com/docs",
            "nuxtjs.org",
            "for detailed explanation on how things work",
            "check out the deployment documentation",
            "v3.nuxtjs.org",
            "nuxt 3 minimal starter",
            "this directory is not required, you can delete it",
            "nuxt.js doesn't supercharge",
            "the components directory contains your vue.js components",
            "more information about the usage of this directory in",
        ),
        (
            "nuxt minimal starter",
            "nuxt 3 minimal starter",
            "setup",
            "development server",
            "production",
            "build setup",
            "special directories",
            "assets",
            "components",
            "layouts",
            "pages",
            "plugins",
            "static",
            "store",
            "development",
        ),
    ),
    _Template(
        "NestJS",
        (
            "a progressive node.js framework for building efficient",
            "nest framework typescript",
            "nest is an mit-licensed open source project",
            "nestjs.com",
            "kamil myśliwiec",
            "nestjs.com/img/logo",
            "docs.nestjs.com/support",
            "docs.nestjs.com",
        ),
        (
            "description",
            "installation",
            "running the app",
            "test",
            "support",
            "stay in touch",
            "license",
            "project setup",
            "compile and run the project",
            "run tests",
            "deployment",
            "resources",
        ),
        needed=4,
    ),
    _Template(
        "Flutter",
        (
            "a new flutter project",
            "a starting point for a flutter application",
            "a starting point for a dart",
            "a few resources to get you started",
            "write your first flutter app",
            "useful flutter samples",
            "flutter.dev/docs",
            "docs.flutter.dev",
            "flutter.dev/developing-packages",
            "for help getting started with flutter",
        ),
        ("getting started",),
    ),
    _Template(
        "Flutter",
        (
            "customize the launch screen with your own desired assets",
            "opening your flutter project's xcode project",
        ),
        ("launch screen assets",),
    ),
    _Template(
        "Dart",
        (
            "todo: put a short description of the package here",
            "todo: list what your package can do",
            "todo: list prerequisites and provide or point to information",
            "todo: include short and useful examples for package users",
            "todo: tell users more about the package",
        ),
        ("features", "getting started", "usage", "additional information"),
        needed=3,
    ),
    # Of the city of Munich, for every new repository of it.
    _Template(
        "it@M",
        (
            "customize this file after creating the new repo",
            "add the your project or repo name direct under the logo",
            "add a short and long desciption",
            "add a description from your project here",
            "write here the list of used technologies",
            "if you have a roadmap for your project add this here",
            "how can i start and fly this project",
            "what insights do you have to tell",
            "a list of your features",
        ),
        (
            "customize this file after creating the new repo and remove this lines",
            "------- end to remove -------",
            "repo or project name",
            "built with",
            "roadmap",
            "features",
            "set up",
            "documentation",
            "contributing",
            "license",
            "contact",
        ),
        needed=4,
    ),
    # What a copy keeps of the text that presents the city's starter project.
    _Template(
        "RefArch (it@M)",
        (
            "this project acts as a template and provides starter files",
            "to get set up and learn more about the templates",
            "to learn more about the architecture itself",
            "the templates are based on spring and vue.js",
        ),
        ("refarch templates", "usage", "roadmap", "contributing", "license", "contact"),
    ),
    _Template(
        "Technologiestiftung Berlin",
        (
            "todo (after you generated the repo)",
            "review the content of the readme.md and adjust to your liking",
            "i know you stopped at tbd",
            "if you need renovate, enable it for your repository",
            "if you use staging and main branches use this template",
        ),
        (
            "todo (after you generated the repo)",
            "prerequisites",
            "installation",
            "usage or deployment",
            "development",
            "tests",
            "contributing",
            "contributors",
            "content licensing",
            "credits",
            "related projects",
        ),
    ),
    _Template(
        "Google AI Studio",
        (
            "run and deploy your ai studio app",
            "this contains everything you need to run your app locally",
            "ai.studio/apps",
        ),
        ("run and deploy your ai studio app", "run locally"),
    ),
    _Template(
        "Rails",
        (
            "this readme would normally document whatever steps are necessary",
            "things you may want to cover",
            "how to run the test suite",
            "ruby version",
            "services (job queues, cache servers, search engines",
        ),
        (),
    ),
    _Template(
        "Laravel",
        (
            "laravel is a web application framework with expressive, elegant syntax",
            "laravel.com/docs",
            "laracasts.com",
            "thank you for considering contributing to the laravel",
            "taylor otwell",
            "laravel bootcamp",
            "laravel partners",
            "laravel sponsors",
        ),
        (
            "about laravel",
            "learning laravel",
            "laravel sponsors",
            "contributing",
            "premium partners",
            "code of conduct",
            "security vulnerabilities",
            "license",
            "agentic development",
        ),
        needed=3,
    ),
    _Template(
        "Symfony",
        ("symfony is a php framework for web and console", "symfony.com/doc", "symfony.com/demo"),
        (
            "installation",
            "documentation",
            "community",
            "contributing",
            "security issues",
            "about us",
        ),
    ),
    _Template(
        "Serverless",
        (
            "this template demonstrates how to",
            "serverless framework",
            "serverless deploy",
            "this project has been generated using the aws-nodejs",
            "serverless-offline",
            "refer to the serverless documentation",
            "serverless.com/framework/docs",
            "generated using the aws-nodejs-typescript template",
            "depending on your preferred package manager",
            "serverless/examples",
        ),
        (
            "usage",
            "deployment",
            "deploy",
            "invocation",
            "local development",
            "local invocation",
            "installation/deployment instructions",
            "using npm",
            "using yarn",
            "test your service",
            "locally",
            "remotely",
            "template features",
            "project structure",
            "3rd party libraries",
            "advanced usage",
            "serverless - aws node.js typescript",
            "bundling dependencies",
            "serverless framework aws nodejs example",
            "serverless framework node http api on aws",
            "serverless framework python http api on aws",
        ),
    ),
    _Template(
        "GitLab",
        (
            "to make it easy for you to get started with gitlab",
            "already a pro? just edit this readme.md",
            "docs.gitlab.com/ee/user/project",
            "docs.gitlab.com/user/project",
            "when you're ready to make this readme your own",
            "set up project integrations",
            "every project is different, so consider which of these sections",
            "choose a self-explaining name for your project",
        ),
        (
            "getting started",
            "add your files",
            "integrate with your tools",
            "collaborate with your team",
            "test and deploy",
            "editing this readme",
            "suggestions for a good readme",
            "name",
            "description",
            "badges",
            "visuals",
            "installation",
            "usage",
            "support",
            "roadmap",
            "contributing",
            "authors and acknowledgment",
            "license",
            "project status",
        ),
    ),
    _Template(
        "GitHub Classroom",
        (
            "classroom.github.com",
            "review assignment due date",
            "open in visual studio code",
            "open in codespaces",
        ),
        (),
    ),
    _Template(
        "Azure DevOps",
        (
            "todo: give a short introduction of your project",
            "todo: guide users through getting your code up and running",
            "todo: describe and show how to build your code",
            "todo: explain how other users and developers can contribute",
        ),
        ("introduction", "getting started", "build and test", "contribute"),
    ),
    _Template(
        "Bitbucket",
        (
            "this readme would normally document whatever steps are necessary",
            "repo owner or admin",
            "other community or team contact",
            "bitbucket.org/tutorials/markdowndemo",
        ),
        (
            "readme",
            "what is this repository for?",
            "how do i get set up?",
            "contribution guidelines",
            "who do i talk to?",
        ),
    ),
    _Template(
        "Expo",
        (
            "this is an expo project created with create-expo-app",
            "create-expo-app",
            "you can start developing by editing the files inside the app directory",
            "expo.dev",
            "npm run reset-project",
            "docs.expo.dev",
        ),
        (
            "welcome to your expo app 👋",
            "welcome to your expo app",
            "get started",
            "get a fresh project",
            "learn more",
            "join the community",
        ),
        needed=3,
    ),
    _Template(
        "React Native",
        (
            "this is a new react native project",
            "@react-native-community/cli",
            "complete the react native - environment setup",
            "you've successfully run and modified",
            "start the metro server",
            "reactnative.dev",
        ),
        (
            "getting started",
            "step 1: start metro",
            "step 1: start the metro server",
            "step 2: build and run your app",
            "step 2: start your application",
            "step 3: modify your app",
            "step 3: modifying your app",
            "congratulations! 🎉",
            "congratulations! :tada:",
            "now what?",
            "troubleshooting",
            "learn more",
            "android",
            "ios",
            "for android",
            "for ios",
            "using npm",
            "using yarn",
        ),
        needed=3,
    ),
    _Template(
        "Ionic",
        (
            "ionic-team/starters",
            "ionic starter",
            "ionicframework.com/docs",
            "does not work on its own. the shared files for each starter",
        ),
        ("how to use this template", "with the ionic cli:", "with the ionic cli"),
    ),
    _Template(
        "Vue CLI",
        (
            "cli.vuejs.org/config",
            "see configuration reference",
            "npm run serve",
            "yarn serve",
            "npm run lint",
        ),
        (
            "project setup",
            "compiles and hot-reloads for development",
            "compiles and minifies for production",
            "lints and fixes files",
            "customize configuration",
            "run your unit tests",
            "run your end-to-end tests",
            "run your tests",
        ),
        needed=1,
    ),
    _Template(
        "Svelte",
        (
            "everything you need to build a svelte",
            "powered by create-svelte",
            "npx sv create",
            "npm create svelte",
            "sveltejs/cli",
            "install an adapter",
        ),
        ("create-svelte", "sv", "creating a project", "developing", "building"),
    ),
    _Template(
        "Astro",
        (
            "npm create astro",
            "seasoned astronaut",
            "astro looks for .astro or .md files",
            "docs.astro.build",
            "astro.build/chat",
            "inside of your astro project",
        ),
        (
            "astro starter kit: minimal",
            "astro starter kit: basics",
            "🚀 project structure",
            "🧞 commands",
            "👀 want to learn more?",
        ),
    ),
    _Template(
        "Gatsby",
        (
            "kick off your project with this",
            "gatsby-starter",
            "gatsbyjs.com/docs",
            "gatsby develop",
            "gatsbyjs.org",
        ),
        (
            "gatsby's default starter",
            "🚀 quick start",
            "🧐 what's inside?",
            "🎓 learning gatsby",
            "💫 deploy",
        ),
        needed=3,
    ),
    _Template(
        "Docusaurus",
        (
            "this website is built using docusaurus",
            "a modern static website generator",
            "docusaurus.io",
        ),
        ("website", "installation", "local development", "build", "deployment"),
    ),
    _Template(
        "Masterportal",
        (
            'to keep the "empty" addons folder',
            "the addons folder is needed by webpack",
            "cloning into a non empty folder is not allowed",
            "clone the desired repository",
            "revert the deletion after cloning",
        ),
    ),
    _Template(
        "PlatformIO",
        (
            "this directory is intended for project specific (private) libraries",
            "this directory is intended for project header files",
            "this directory is intended for platformio test runner",
            "platformio will compile them to static libraries",
            "a header file is a file containing c declarations",
            "docs.platformio.org",
            "gcc.gnu.org/onlinedocs",
        ),
    ),
    _Template(
        "Spring Initializr",
        (
            "for further reference, please consider the following sections",
            "official apache maven documentation",
            "official gradle documentation",
            "spring boot maven plugin reference",
            "start.spring.io",
            "the following guides illustrate how to use some features",
        ),
        (
            "getting started",
            "reference documentation",
            "guides",
            "additional links",
            "read me first",
            "maven parent overrides",
        ),
    ),
    _Template(
        "Strapi",
        (
            "strapi comes with a full featured command line interface",
            "strapi.io/cloud",
            "the strapi resource center",
            "docs.strapi.io",
            "strapi tutorials",
        ),
        (
            "🚀 getting started with strapi",
            "develop",
            "start",
            "build",
            "⚙️ deployment",
            "📚 learn more",
            "✨ community",
        ),
    ),
)


def template_of(
    headings: Sequence[Heading], paragraphs: Sequence[Paragraph], links: Sequence[Link]
) -> str | None:
    """The generator whose default README this is, None where somebody wrote more than a little."""
    texts = [_lowered(item.text) for item in paragraphs[:400]]
    texts += [_lowered(item.text) for item in headings[:100]]
    texts += [item.target.lower() for item in links[:200]]
    whole = "\n".join(texts)
    for template in _TEMPLATES:
        found = sum(mark in whole for mark in template.marks)
        if found >= template.needed and _is_little_added(template, headings, paragraphs):
            return template.name
    return None


def _is_little_added(
    template: _Template, headings: Sequence[Heading], paragraphs: Sequence[Paragraph]
) -> bool:
    """Of what is written, hardly a heading beside the title is the author's own.

    Without headings to compare, a paragraph after the last one that bears a mark would be: those
    words are counted where they stand apart from the template's chapters.
    """
    own = [item for item in headings if _lowered(item.text).strip("#:. ") not in template.headings]
    if len(own) > MAX_OWN_HEADINGS + 1:
        return False
    if len(own) > MAX_OWN_HEADINGS and own[0].line > headings[0].line:
        return False
    return _own_words(template, own, headings, paragraphs) <= MAX_OWN_WORDS


def _own_words(
    template: _Template,
    own: Sequence[Heading],
    headings: Sequence[Heading],
    paragraphs: Sequence[Paragraph],
) -> int:
    """Words in chapters that are not the template's, in paragraphs without a mark of it."""
    own_lines = {item.line for item in own}
    lines = sorted((item.line, item.line in own_lines) for item in headings)
    count = 0
    for paragraph in paragraphs:
        before = [is_own for line, is_own in lines if line <= paragraph.line]
        is_own = before[-1] if before else True
        text = _lowered(paragraph.text)
        if is_own and not any(mark in text for mark in template.marks):
            count += len(text.split())
    return count


def _lowered(text: str) -> str:
    return text.replace("`", "").replace("’", "'").replace("**", "").strip().lower()
