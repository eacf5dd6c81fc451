;;; attrib.el --- attrib for drafts, by Eglot  -*- lexical-binding: t -*-

(require 'eglot)
(add-to-list 'eglot-server-programs '((text-mode markdown-mode) . ("attrib" "server")))
(add-hook 'text-mode-hook #'eglot-ensure)
(add-hook 'markdown-mode-hook #'eglot-ensure)

(provide 'attrib)
;;; attrib.el ends here
