;;; Does in Emacs what a person does: waits for findings, takes an action at one of them, saves. Says what it saw. -*- lexical-binding: t -*-
(require 'json)
(require 'flymake)

(defvar task (json-read-file (getenv "TASK")))
(defvar seen nil)

(defun of-task (name) (alist-get name task))

(defun wait-for (what done)
  (let ((until (+ (float-time) 20)))
    (while (not (funcall done))
      (when (> (float-time) until) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.02))))

(defun findings () (flymake-diagnostics))

(defun finding (words)
  (seq-find (lambda (each) (string-match-p (regexp-quote words) (flymake-diagnostic-text each))) (findings)))

(defun act ()
  (find-file (of-task 'file))
  ;; Batch mode has no commands, after which Eglot connects.
  (run-hooks 'post-command-hook)
  (wait-for "a server" (lambda () (eglot-managed-p)))
  (flymake-start)
  (wait-for "findings" #'findings)
  (push (cons 'findings
              (vconcat (mapcar (lambda (each)
                                 `((text . ,(flymake-diagnostic-text each))
                                   (words . ,(buffer-substring-no-properties (flymake-diagnostic-beg each)
                                                                             (flymake-diagnostic-end each)))))
                               (findings))))
        seen)
  (when (of-task 'pick)
    (let ((at (finding (of-task 'at))))
      (unless at (error "No finding that says %s" (of-task 'at)))
      (goto-char (flymake-diagnostic-beg at))
      ;; A choice is made by its title, at the keyboard: batch mode counts as a mouse otherwise.
      (cl-letf ((last-nonmenu-event ?\r)
                ((symbol-function 'completing-read)
                 (lambda (_prompt choices &rest _)
                   (or (seq-find (lambda (title) (string-match-p (regexp-quote (of-task 'pick)) title))
                                 (all-completions "" choices))
                       (error "Not offered: %s" (of-task 'pick))))))
        (call-interactively #'eglot-code-actions)))
    (wait-for "the edit" #'buffer-modified-p))
  (save-buffer))

(condition-case why
    (act)
  (error (push (cons 'failure (error-message-string why)) seen)))
(with-temp-file (getenv "SEEN") (insert (json-encode seen)))
