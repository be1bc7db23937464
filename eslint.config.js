// Lint rules: type-checked TypeScript and Svelte, plus the house rules that a linter can see.
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const houseRules = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-explicit-any': 'error',
  // strings taken apart here are digits, one per block
  '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  'no-restricted-syntax': [
    'error',
    {
      selector: 'TSEnumDeclaration',
      message: 'A union of strings instead: it needs no import and no runtime.',
    },
  ],
  eqeqeq: 'error',
  'prefer-const': 'error',
};

const browserOnly = [
  'document',
  'fetch',
  'localStorage',
  'location',
  'navigator',
  'self',
  'window',
  'Worker',
];

export default defineConfig(
  globalIgnores([
    'build/',
    'dist/',
    '.svelte-kit/',
    'src/lib/paraglide/',
    '**/*.generated.ts',
    'src/kernels/',
    'project.inlang/',
  ]),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: { allowDefaultProject: ['bin/*.js', 'scripts/*.mjs', 'static/*.js'] },
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      // TypeScript finds undefined names better
      'no-undef': 'off',
      // values here are immutable and replaced whole ($state.raw)
      'svelte/prefer-svelte-reactivity': 'off',
      // links are made by localizedHref in src/lib/state/locale.ts, which resolves them
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['**/*.ts', '**/*.svelte'], rules: houseRules },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      // the parser sees imported components as any; svelte-check knows and checks their types
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/lib/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...browserOnly.map((name) => ({
          name,
          message: 'core is headless: it runs in a worker, in Node, in a test.',
        })),
      ],
    },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
);
